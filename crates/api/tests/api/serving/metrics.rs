use crate::support::{World, key, password, token_of};
use gangway_domain::wire::{RequestPasswordReset, SignIn, Token};

#[tokio::test]
async fn h7_metrics_are_on_their_own_listener_only_and_hold_no_secrets() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let wrong = SignIn {
        email: owner.email.clone(),
        password: "not my password at all".to_owned(),
    };
    world.client().sign_in(&wrong).await.expect_err("refuses");
    let reset = RequestPasswordReset {
        email: owner.email.clone(),
    };
    world
        .client()
        .request_password_reset(&reset, &key())
        .await
        .expect("asks");
    let token = token_of(&world.mail_to(&owner.email).await);
    world
        .client()
        .look_up_invite(&Token {
            token: token.clone(),
        })
        .await
        .expect_err("refuses");
    jane.api.read_onboarding(jane.client).await.expect("reads");

    let metrics = world.server().metrics_addr().expect("metrics are on");
    let scrape = world
        .http()
        .get(format!("http://{metrics}/metrics"))
        .send()
        .await
        .expect("answers");
    assert_eq!(scrape.status(), 200);
    let text = scrape.text().await.expect("text");
    assert!(text.contains("gangway_http_requests_total"), "{text}");
    assert!(
        text.contains("route=\"/api/v1/clients/{id}/onboarding\""),
        "{text}"
    );
    let access = owner.api.access_token().expect("a token");
    let cookie = crate::sign_in::refresh_cookie(&owner.api);
    for secret in [
        "@",
        &password(),
        &token,
        &access,
        cookie.split_once('=').expect("a value").1,
        &jane.client.to_string(),
        "Harbor",
        "argon2",
    ] {
        assert!(!text.contains(secret), "metrics show {secret}");
    }

    let app = world
        .http()
        .get(format!("{}/metrics", world.base()))
        .send()
        .await
        .expect("answers");
    let text = app.text().await.expect("text");
    assert!(
        !text.contains("gangway_http_requests_total"),
        "metrics on the application's listener"
    );
    for path in ["/", "/healthz", "/api/v1/me"] {
        let answer = world
            .http()
            .get(format!("http://{metrics}{path}"))
            .send()
            .await
            .expect("answers");
        assert_eq!(
            answer.status(),
            404,
            "{path} on the listener of the metrics"
        );
    }
    let metrics = metrics.ip();
    assert!(metrics.is_loopback(), "{metrics}");
}
