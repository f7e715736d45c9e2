use crate::sign_in::sign_up_of;
use crate::support::{World, key};
use gangway_api_client::Client;
use gangway_domain::wire::{InviteUser, RequestPasswordReset, SendInvite, SendTestEmail};

const FORGED: [(&str, &str); 6] = [
    ("host", "evil.example"),
    ("x-forwarded-host", "evil.example"),
    ("x-forwarded-proto", "https"),
    ("forwarded", "host=evil.example;proto=https"),
    ("x-original-host", "evil.example"),
    ("x-forwarded-prefix", "/evil"),
];

/// A client behind which somebody forges whatever could name a host.
fn forging(client: Client) -> Client {
    FORGED.into_iter().fold(client, |client, (name, value)| {
        client.with_header(name, value)
    })
}

#[tokio::test]
async fn in_11_links_lead_to_the_configured_host_whatever_a_request_says() {
    let world = World::start_with(&[("GANGWAY_BASE_URL", "http://gangway.localhost:8080")]).await;
    let owner = world.partner("Harbor IT").await;
    let anyone = forging(world.client());
    let reset = RequestPasswordReset {
        email: owner.email.clone(),
    };
    anyone
        .request_password_reset(&reset, &key())
        .await
        .expect("asks");
    anyone
        .sign_up(&sign_up_of("Acme IT", "jane@acme.example"), &key())
        .await
        .expect("signs up");
    let staff = forging(owner.api.clone());
    let body = SendInvite {
        email: "casey@client.example".to_owned(),
    };
    let invite = staff.send_invite(&body, &key()).await.expect("invites");
    let body = InviteUser {
        first_name: "Sam".to_owned(),
        last_name: "Staff".to_owned(),
        email: "sam@harborit.example".to_owned(),
        role: "manager".to_owned(),
    };
    staff.invite_user(&body, &key()).await.expect("invites");
    staff
        .send_test_email(&SendTestEmail { to: None }, &key())
        .await
        .expect("sends");
    let copied = staff.copy_invite_link(invite.id).await.expect("a link").url;
    let shared = staff
        .make_partner_link(&key())
        .await
        .expect("a link")
        .url
        .expect("a URL");
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().all();
    assert_eq!(mails.len(), 5);
    let mut links = vec![copied, shared];
    for mail in &mails {
        assert!(
            !String::from_utf8_lossy(&mail.raw).contains("evil"),
            "{}",
            mail.subject
        );
        links.extend(mail.links.clone());
    }
    assert!(links.len() >= 6, "{links:?}");
    for link in links {
        assert!(link.starts_with("http://gangway.localhost:8080/"), "{link}");
    }
}

#[tokio::test]
async fn in_11_answers_name_no_forged_host_and_no_referrer_is_sent() {
    let world = World::start().await;
    let http = world.http();
    for path in [
        "/",
        "/invite",
        "/reset-password",
        "/sign-up/confirm",
        "/api/v1/me",
        "/nowhere/x",
    ] {
        let mut request = http.get(format!("{}{path}", world.base()));
        for (name, value) in FORGED {
            request = request.header(name, value);
        }
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.headers()["referrer-policy"], "no-referrer", "{path}");
        let headers = format!("{:?}", answer.headers());
        let body = answer.text().await.expect("text");
        assert!(
            !headers.contains("evil") && !body.contains("evil"),
            "{path}"
        );
    }
}
