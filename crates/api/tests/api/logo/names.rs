//! XS-08: what a file is called.

use super::{any_png, files, get, jane, put};
use crate::support::{World, corpora};
use gangway_domain::wire::Logo;

#[tokio::test]
async fn xs_08_a_name_is_never_a_path_and_is_safe_in_a_header() {
    let Some(cases) = corpora::json("images/name_cases.json") else {
        return;
    };
    let world = World::start().await;
    let jane = jane(&world).await;
    for case in cases.as_array().expect("cases") {
        let name = case["filename"].as_str().expect("a name");
        let answer = put(&jane.api, jane.client, name, any_png()).await;
        assert_eq!(answer.status, 200, "{name:?}");
        let logo: Logo = serde_json::from_slice(&answer.body).expect("a logo");
        let plain = |c: char| !c.is_control() && !matches!(c, '/' | '\\');
        assert!(
            logo.name.chars().all(plain) && !logo.name.is_empty(),
            "{:?}",
            logo.name
        );
        assert!(
            logo.name.chars().count() <= 100 && !logo.name.starts_with('.'),
            "{:?}",
            logo.name
        );
        world.run_jobs().await;
        for path in files(&world) {
            let own = |c: char| c.is_ascii_hexdigit() || matches!(c, '-' | '/');
            assert!(path.chars().all(own), "{path}");
        }
        let shown = get(&jane.api, jane.client, "64").await;
        let header = shown.header("content-disposition").expect("a name");
        let quoted = header.split('"').nth(1).expect("quoted");
        assert_eq!(header.matches('"').count(), 2, "{header}");
        assert!(
            header.starts_with("attachment; filename=\"") && quoted.ends_with(".png"),
            "{header}"
        );
        let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ');
        assert!(
            quoted.chars().all(safe) && !quoted.starts_with('.'),
            "{header}"
        );
        assert!(!quoted.eq_ignore_ascii_case("con.png"), "{header}");
        assert!(shown.header("x").is_none());
    }
}
