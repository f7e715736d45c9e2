//! The page to read and try the API.

use crate::support::World;

#[tokio::test]
async fn the_page_and_all_it_needs_come_from_this_server() {
    let world = World::start().await;
    let mut all = String::new();
    for (path, kind) in [
        ("/docs", "text/html; charset=utf-8"),
        ("/docs/docs.js", "text/javascript; charset=utf-8"),
        ("/docs/docs.css", "text/css; charset=utf-8"),
    ] {
        let answer = world
            .http()
            .get(format!("{}{path}", world.base()))
            .send()
            .await;
        let answer = answer.expect("answers");
        assert_eq!(answer.status(), 200, "{path}");
        assert_eq!(answer.headers()["content-type"], kind, "{path}");
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .expect("text");
        assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"));
        all += &answer.text().await.expect("text");
    }
    // Nothing of another host, and nothing inline that the policy would refuse.
    for never in [
        "http://",
        "https://",
        "<style",
        "style=",
        "onclick",
        "innerHTML",
    ] {
        assert!(!all.contains(never), "{never}");
    }
    assert_eq!(
        all.matches("<script").count(),
        all.matches("<script type=\"module\" src=").count()
    );
}
