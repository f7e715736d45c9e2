use crate::support::World;
use gangway::demo;
use gangway::partners::{NewPartner, create_by_operator};
use gangway_api_client::Client;
use gangway_domain::ids::ClientId;
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::values::{CompanyName, EmailAddress, Password, PersonName};
use gangway_domain::wire::{ClientState, SignIn, SmsNumberState, Widget};
use gangway_sandbox::Sandbox;
use std::sync::Arc;

async fn made(world: &World) -> demo::Client {
    let made = demo::make(world.context()).await.expect("makes");
    made.expect("a client")
}

async fn signed_in(world: &World, email: &str) -> (Client, Role, Option<ClientId>) {
    let api = world.client();
    let body = SignIn {
        email: email.to_owned(),
        password: demo::PASSWORD.to_owned(),
    };
    let opened = api.sign_in(&body).await.expect("signs in");
    let me = opened.session().expect("no code is wanted").me;
    let place = me.place().expect("a place");
    let client = place.client.as_ref().map(|client| client.id);
    (api, place.role, client)
}

/// What a page of an origin is told by the client's application.
async fn widget(world: &World, client: &demo::Client, origin: &str) -> Option<Widget> {
    let url = format!(
        "{}/public/v1/widgets/{}",
        world.base(),
        client.application_key
    );
    let answer = world.http().get(url).header("origin", origin).send().await;
    let answer = answer.expect("answers");
    if answer.status() != 200 {
        return None;
    }
    let text = answer.text().await.expect("text");
    Some(serde_json::from_str(&text).expect("a widget"))
}

#[tokio::test]
async fn g1_the_demo_has_a_client_that_is_set_up_with_a_number() {
    let world = World::start().await;
    let client = made(&world).await;
    world.run_jobs().await;
    let number = demo::number(world.context(), &client).await.expect("reads");
    let number = number.expect("a number");
    assert_eq!(world.sandbox().twilio().numbers()[0].phone_number, number);

    let (owner, role, _) = signed_in(&world, demo::EMAIL).await;
    assert_eq!(role, Role::Staff(StaffRole::Owner));
    let seen = owner.read_client(client.id).await.expect("reads").value;
    assert_eq!(seen.state, ClientState::Active);
    assert_eq!(seen.name.as_deref(), Some("Saltmarsh Dental"));
    assert_eq!(seen.sms_number.as_deref(), Some(number.as_str()));

    let (own, role, at) = signed_in(&world, demo::CLIENT_EMAIL).await;
    assert_eq!(role, Role::Client(ClientRole::CompanyAdministrator));
    assert_eq!(at, Some(client.id));
    let order = own.read_sms_number(client.id).await.expect("reads");
    assert_eq!(order.state, SmsNumberState::Assigned);
    let ready = own.read_texting_readiness(client.id).await.expect("reads");
    assert!(ready.ready, "as carriers want it: {ready:?}");
    for kind in [
        "client.created",
        "invite.accepted",
        "sms_number.ordered",
        "onboarding.finished",
    ] {
        assert_eq!(world.events(kind).await, 1, "{kind}");
    }
}

#[tokio::test]
async fn g1_the_demo_is_made_once_and_outlives_a_restart() {
    let mut world = World::start().await;
    let first = made(&world).await;
    world.run_jobs().await;
    let before = world.sandbox().twilio().numbers();
    world.restart().await;
    let again = made(&world).await;
    assert_eq!(
        (again.id, &again.application_key),
        (first.id, &first.application_key)
    );
    assert_eq!(world.run_jobs().await, 0, "nothing is done anew");
    let after = world.sandbox().twilio().numbers();
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_eq!(
        before[0].sid, after[0].sid,
        "the sandbox knows its number still"
    );
    assert_eq!(world.events("client.created").await, 1);
}

#[tokio::test]
async fn g1_a_demo_of_an_older_version_gets_its_client() {
    let world = World::start().await;
    let partner = NewPartner {
        company: CompanyName::parse("Harborlight IT").expect("a name"),
        it_glue_address: None,
        first_name: PersonName::parse("Dana").expect("a name"),
        last_name: PersonName::parse("Keeler").expect("a name"),
        email: EmailAddress::parse(demo::EMAIL).expect("an address"),
        password: Some(Password::check(demo::PASSWORD, &[]).expect("a password")),
    };
    let before = create_by_operator(world.context(), partner)
        .await
        .expect("makes");
    let client = made(&world).await;
    assert_eq!(client.partner, before.partner);
    assert_eq!(world.events("partner.created").await, 1);
}

#[tokio::test]
async fn wg_01_the_sandbox_s_own_site_is_one_of_the_company_s_and_no_other_is() {
    let world = World::start().await;
    let client = made(&world).await;
    let sandbox = world.sandbox().http_addr();
    let own = world.sandbox().site_base();
    let told = widget(&world, &client, &own).await.expect("is told");
    assert_eq!(told.company_name, "Saltmarsh Dental");
    assert!(
        widget(&world, &client, "https://www.saltmarsh.example")
            .await
            .is_some()
    );
    for foreign in [
        format!("http://{sandbox}"),
        format!("https://localhost:{}", sandbox.port()),
        "http://localhost".to_owned(),
        "https://www.foreign.example".to_owned(),
    ] {
        assert_eq!(widget(&world, &client, &foreign).await, None, "{foreign}");
    }
    let address = format!("http://{sandbox}/site/{}", client.application_key);
    let page = world.http().get(address).send().await.expect("answers");
    let page = page.text().await.expect("text").replace("&#x2f;", "/");
    let (api, _, _) = signed_in(&world, demo::CLIENT_EMAIL).await;
    let code = api.read_application(client.id).await.expect("reads").code;
    assert!(
        page.contains(&code),
        "the page has the very code that the client is given"
    );
}

#[tokio::test]
async fn wg_01_without_the_sandbox_its_address_is_a_foreign_one() {
    let sandbox = Arc::new(Sandbox::start(gangway_sandbox::Options::default()).expect("a sandbox"));
    let world = World::start_beside(&sandbox).await;
    let client = made(&world).await;
    for origin in [sandbox.site_base(), sandbox.http_base()] {
        assert_eq!(widget(&world, &client, &origin).await, None);
    }
    assert!(
        widget(&world, &client, "https://www.saltmarsh.example")
            .await
            .is_some()
    );
}
