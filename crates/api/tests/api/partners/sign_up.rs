use crate::sign_in::sign_up_of;
use crate::support::{World, key, refused, refused_field, token_of};
use gangway_api_client::{Call, Client};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ConfirmSignUp, SignUp, Token};
use serde_json::json;

const JANE: &str = "jane@acme.example";

fn with_it_glue(address: &str) -> SignUp {
    SignUp {
        it_glue_address: Some(address.to_owned()),
        ..sign_up_of("Acme IT", JANE)
    }
}

#[tokio::test]
async fn a01_signing_up_needs_only_company_names_and_email() {
    let world = World::start().await;
    let api = world.client();
    let body = json!({
        "company_name": "Acme IT", "first_name": "Jane", "last_name": "Doe", "email": JANE,
    });
    let call = Call::post("sign_up", "/public/v1/sign-ups")
        .json(&body)
        .key(&key());
    assert_eq!(
        api.exchange(&call, None).await.expect("an answer").status,
        202
    );
    let token = token_of(&world.mail_to(JANE).await);
    let link = api.look_up_sign_up(&Token { token }).await.expect("opens");
    assert_eq!(
        (link.company_name.as_str(), link.email.as_str()),
        ("Acme IT", JANE)
    );
    assert_eq!(
        (link.first_name.as_str(), link.last_name.as_str()),
        ("Jane", "Doe")
    );
    assert!(!link.has_account);
    for field in ["company_name", "first_name", "last_name", "email"] {
        let mut less = body.clone();
        less[field] = json!("");
        let call = Call::post("sign_up", "/public/v1/sign-ups").json(&less);
        let answer = api.send(call).await.map(|_| ());
        let problem = refused(answer, ProblemCode::InvalidFields);
        assert_eq!(problem.errors[0].pointer, format!("/{field}"));
    }
}

#[tokio::test]
async fn a01_the_it_glue_address_is_normalised_or_refused_with_an_example() {
    let world = World::start().await;
    for (typed, stored) in [
        ("acme.itglue.com", Some("acme.itglue.com")),
        ("https://acme.itglue.com/", Some("acme.itglue.com")),
        ("http://ACME.ITGlue.com", Some("acme.itglue.com")),
        (" acme.eu.itglue.com/ ", Some("acme.eu.itglue.com")),
        ("https://acme.au.itglue.com", Some("acme.au.itglue.com")),
        ("", None),
        ("   ", None),
    ] {
        let api = signed_up(&world, &with_it_glue(typed)).await;
        let partner = api.read_partner().await.expect("reads").value;
        assert_eq!(partner.it_glue_address.as_deref(), stored, "{typed:?}");
        world.advance(chrono::Duration::hours(1));
    }
    for wrong in [
        "acme",
        "itglue.com",
        "www.itglue.com",
        "acme.itglue.com.evil.example",
        "https://acme.itglue.com/orgs/1",
        "https://user@acme.itglue.com",
        "acme.itglue.com:8443",
        "ftp://acme.itglue.com",
        "acme.us.itglue.com",
        "acme_.itglue.com",
    ] {
        let answer = world.client().sign_up(&with_it_glue(wrong), &key()).await;
        let message = refused_field(answer, "/it_glue_address", "invalid_it_glue_address");
        assert!(message.contains("acme.itglue.com"), "{wrong}: {message}");
    }
}

/// Signs up and confirms; the second time with the password of the account.
async fn signed_up(world: &World, body: &SignUp) -> Client {
    let api = world.client();
    api.sign_up(body, &key()).await.expect("signs up");
    let token = token_of(&world.mail_to(&body.email).await);
    let confirm = ConfirmSignUp {
        token,
        password: crate::support::password(),
    };
    api.confirm_sign_up(&confirm, &key())
        .await
        .expect("confirms");
    api
}

#[tokio::test]
async fn nothing_is_made_until_the_mailed_link_is_used() {
    let world = World::start().await;
    world
        .client()
        .sign_up(&sign_up_of("Acme IT", JANE), &key())
        .await
        .expect("signs up");
    world.run_jobs().await;
    assert_eq!(
        (world.rows("partners").await, world.rows("people").await),
        (0, 0)
    );
}

#[tokio::test]
async fn a_repeat_by_its_key_mails_once_and_another_body_is_refused() {
    let world = World::start().await;
    let (api, key) = (world.client(), key());
    let body = sign_up_of("Acme IT", JANE);
    let call = |body: &SignUp| {
        Call::post("sign_up", "/public/v1/sign-ups")
            .json(body)
            .key(&key)
    };
    let first = api.exchange(&call(&body), None).await.expect("an answer");
    let again = api.exchange(&call(&body), None).await.expect("an answer");
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    assert_eq!(first.header("idempotent-replayed"), None);
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to(JANE).len(), 1);
    let other = sign_up_of("Another Company", JANE);
    refused(
        api.sign_up(&other, &key).await,
        ProblemCode::IdempotencyKeyReused,
    );
    let stranger = sign_up_of("Acme IT", "someone@else.example");
    api.sign_up(&stranger, &key)
        .await
        .expect("a key counts for one address only");
}

#[tokio::test]
async fn a03_where_sign_up_is_closed_it_is_refused_and_the_page_knows() {
    let world = World::start_with(&[("GANGWAY_SIGN_UP", "closed")]).await;
    let api = world.client();
    assert!(
        !api.read_public_settings()
            .await
            .expect("reads")
            .sign_up_open
    );
    let problem = refused(
        api.sign_up(&sign_up_of("Acme IT", JANE), &key()).await,
        ProblemCode::SignUpClosed,
    );
    assert_eq!(problem.status, 403);
    assert_eq!(
        (world.run_jobs().await, world.rows("sign_ups").await),
        (0, 0)
    );
    let open = World::start().await;
    assert!(
        open.client()
            .read_public_settings()
            .await
            .expect("reads")
            .sign_up_open
    );
}
