use super::{seen, sign_in_call};
use crate::support::{World, key, password, refused, refused_field};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{SendInvite, SignIn};
use gangway_entities::finders::OfNobody as _;
use gangway_entities::person;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use std::time::{Duration, Instant};

#[tokio::test]
async fn a_person_signs_in_by_email_and_password_and_acts_in_their_place() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let api = world.client();
    let body = SignIn {
        email: " OWNER@harborit.example ".to_owned(),
        password: password(),
    };
    let opened = api.sign_in(&body).await.expect("signs in");
    let session = opened.session().expect("no code is wanted");
    assert_eq!(session.me.email, "owner@harborit.example");
    assert_eq!(session.expires_in_seconds, 600);
    let place = session.me.place().expect("a place");
    assert_eq!(place.partner.name, "Harbor IT");
    assert_eq!(api.read_me().await.expect("reads"), session.me);
    assert_eq!(world.events("session.opened").await, 2);
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_opens_no_session() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let sessions = world.rows("sessions").await;
    let api = world.client();
    for wrong in [
        "another password here",
        "Violet otters swim north",
        "violet otters swim north ",
    ] {
        let body = SignIn {
            email: "owner@harborit.example".to_owned(),
            password: wrong.to_owned(),
        };
        refused(api.sign_in(&body).await, ProblemCode::WrongCredentials);
    }
    assert_eq!(api.cookies(), None);
    assert_eq!(world.rows("sessions").await, sessions);
}

#[tokio::test]
async fn what_could_never_be_an_account_is_told_by_field() {
    let world = World::start().await;
    let api = world.client();
    let body = SignIn {
        email: "no address".to_owned(),
        password: password(),
    };
    refused_field(api.sign_in(&body).await, "/email", "invalid_email");
    let body = SignIn {
        email: "a@x.example".to_owned(),
        password: String::new(),
    };
    refused_field(api.sign_in(&body).await, "/password", "required");
}

#[tokio::test]
async fn au_06_a_password_of_5000_characters_or_with_nul_is_refused_before_hashing() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let api = world.client();
    for (typed, code) in [
        ("x".repeat(5_000), "too_long"),
        ("a\0b".to_owned(), "invalid_text"),
    ] {
        let call = sign_in_call("owner@harborit.example", &typed);
        let mut quickest = Duration::MAX;
        for _ in 0..5 {
            let started = Instant::now();
            let answer = api.exchange(&call, None).await.expect("an answer");
            quickest = quickest.min(started.elapsed());
            let (status, body) = seen(&answer);
            assert_eq!(
                (status, body["errors"][0]["code"].as_str()),
                (422, Some(code))
            );
        }
        assert!(quickest < Duration::from_millis(50), "{quickest:?}");
    }
}

#[tokio::test]
async fn au_04_an_older_hash_is_upgraded_at_the_next_sign_in() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let older = Params::new(8_192, 1, 1, None).expect("parameters");
    let older = Argon2::new(Algorithm::Argon2id, Version::V0x13, older);
    let older = older
        .hash_password_with_salt(password().as_bytes(), &[7; 16])
        .expect("a hash");
    keep_hash(&world, &owner.email, &older.to_string()).await;
    let body = SignIn {
        email: owner.email.clone(),
        password: "not this password".to_owned(),
    };
    refused(
        world.client().sign_in(&body).await,
        ProblemCode::WrongCredentials,
    );
    assert_eq!(
        stored(&world, &owner.email).await,
        older.to_string(),
        "kept by a wrong password"
    );
    world.sign_in(&owner.email).await.expect("signs in");
    let newer = stored(&world, &owner.email).await;
    assert!(
        newer.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
        "{newer}"
    );
    let parsed = PasswordHash::new(&newer).expect("a hash");
    Argon2::default()
        .verify_password(password().as_bytes(), &parsed)
        .expect("the same password");
    world.sign_in(&owner.email).await.expect("signs in again");
    assert_eq!(
        stored(&world, &owner.email).await,
        newer,
        "a hash of today stays"
    );
}

async fn stored(world: &World, email: &str) -> String {
    world.person(email).await.password_hash.expect("a hash")
}

async fn keep_hash(world: &World, email: &str, hash: &str) {
    let tx = world.context().db.begin().await.expect("begins");
    person::Entity::change_all()
        .col_expr(person::Column::PasswordHash, Expr::value(hash))
        .filter(person::Column::Email.eq(email))
        .exec(&tx)
        .await
        .expect("writes");
    tx.commit().await.expect("commits");
}

#[tokio::test]
async fn a_person_whose_only_place_was_taken_signs_in_and_may_do_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let sam = world
        .staff(&owner, StaffRole::Manager, "sam@harborit.example")
        .await;
    owner
        .api
        .deactivate_user(sam.place())
        .await
        .expect("deactivates");
    let again = world
        .sign_in("sam@harborit.example")
        .await
        .expect("signs in");
    assert_eq!(
        (
            again.me.place_id,
            again.me.places.len(),
            again.me.permissions.len()
        ),
        (None, 0, 0)
    );
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    refused(
        again.api.send_invite(&body, &key()).await,
        ProblemCode::NotSignedIn,
    );
}

#[tokio::test]
async fn se_04_another_site_cannot_sign_a_browser_in() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let body = SignIn {
        email: "owner@harborit.example".to_owned(),
        password: password(),
    };
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let api = world.client().with_header(name, value);
        refused(api.sign_in(&body).await, ProblemCode::ForeignOrigin);
    }
    let own = world
        .client()
        .with_header("origin", "http://localhost:8080");
    own.with_header("sec-fetch-site", "same-origin")
        .sign_in(&body)
        .await
        .expect("our own page");
    let form =
        sign_in_call("owner@harborit.example", &password()).header("content-type", "text/plain");
    let answer = world
        .client()
        .exchange(&form, None)
        .await
        .expect("an answer");
    assert_eq!(answer.status, 415);
}
