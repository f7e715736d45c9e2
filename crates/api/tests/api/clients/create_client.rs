use super::by_hand;
use crate::invites::to;
use crate::support::{World, company_info, key, refused, refused_field, token_of};
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::wire::{ClientState, CreateClient, LinkState, Token};
use gangway_domain::wizard::{Step, StepState};
use serde_json::json;

#[tokio::test]
async fn b03_a_company_made_by_hand_has_its_user_invited_and_its_company_info_done() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = by_hand("Acme", "ada@acme.example");
    let made = owner
        .api
        .create_client(&body, &key())
        .await
        .expect("creates")
        .value;
    assert_eq!(
        (made.state, made.step),
        (ClientState::Invited, Some(Step::Credentials))
    );
    assert_eq!(made.name.as_deref(), Some("Acme"));
    assert_eq!(made.contact_email.as_deref(), Some("ada@acme.example"));
    assert_eq!(made.created_by.as_deref(), Some("Olive Owner"));
    assert!(made.invite_id.is_some());
    let token = Token {
        token: token_of(&world.mail_to("ada@acme.example").await),
    };
    let link = world.client().look_up_invite(&token).await.expect("opens");
    assert_eq!(
        (link.state, link.client_name.as_deref()),
        (LinkState::Open, Some("Acme"))
    );
    assert_eq!(
        (link.first_name.as_deref(), link.last_name.as_deref()),
        (Some("Ada"), Some("Min"))
    );
    let (ada, me) = world.accept("ada@acme.example").await;
    let place = me.place().expect("a place");
    assert_eq!(place.role, Role::Client(ClientRole::CompanyAdministrator));
    assert_eq!(place.client.as_ref().map(|client| client.id), Some(made.id));
    let set_up = ada.read_onboarding(made.id).await.expect("reads");
    assert_eq!(set_up.next, Some(Step::EnableSms));
    assert_eq!(set_up.steps[1].state, StepState::Done);
    assert_eq!(
        owner
            .api
            .list_clients(List::default())
            .await
            .expect("lists")
            .data
            .len(),
        1
    );
}

#[tokio::test]
async fn b03_both_ways_make_a_client_of_this_partner() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("by an emailed link");
    assert!(
        owner
            .api
            .list_clients(List::default())
            .await
            .expect("lists")
            .data
            .is_empty()
    );
    let (_, me) = world.accept("jane@client.example").await;
    assert_eq!(
        me.place().map(|place| place.partner.id),
        Some(owner.partner())
    );
    owner
        .api
        .create_client(&by_hand("Acme", "ada@acme.example"), &key())
        .await
        .expect("by hand");
    let clients = owner
        .api
        .list_clients(List::default())
        .await
        .expect("lists")
        .data;
    let states: Vec<_> = clients.iter().map(|client| client.state).collect();
    assert_eq!(states, [ClientState::Invited, ClientState::SettingUp]);
    assert!(
        other
            .api
            .list_clients(List::default())
            .await
            .expect("lists")
            .data
            .is_empty()
    );
}

#[tokio::test]
async fn b03_every_wrong_field_is_named_and_nothing_is_made_or_sent() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let before = world.tables().await;
    let whole = by_hand("Acme", "ada@acme.example");
    let company = |change: fn(&mut CreateClient)| {
        let mut body = whole.clone();
        change(&mut body);
        body
    };
    for (pointer, code, body) in [
        (
            "/company/name",
            "required",
            company(|b| b.company.name = " ".to_owned()),
        ),
        (
            "/company/website",
            "scheme_missing",
            company(|b| b.company.website = "acme.com".to_owned()),
        ),
        (
            "/company/reply_to",
            "invalid_email",
            company(|b| b.company.reply_to = "x".to_owned()),
        ),
        (
            "/administrator/email",
            "required",
            company(|b| b.administrator.email.clear()),
        ),
        (
            "/administrator/email",
            "one_address_only",
            company(|b| {
                b.administrator.email = "a@x.example;b@x.example".to_owned();
            }),
        ),
        (
            "/administrator/first_name",
            "required",
            company(|b| b.administrator.first_name.clear()),
        ),
        (
            "/administrator/last_name",
            "required",
            company(|b| b.administrator.last_name.clear()),
        ),
    ] {
        refused_field(owner.api.create_client(&body, &key()).await, pointer, code);
    }
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn a10_a11_managers_and_sales_reps_create_clients_and_technicians_do_not() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for (role, may) in [
        (StaffRole::Administrator, true),
        (StaffRole::Manager, true),
        (StaffRole::SalesRep, true),
        (StaffRole::Technician, false),
    ] {
        let staff = world
            .staff(&owner, role, &format!("{}@harbor.example", role.as_str()))
            .await;
        let body = by_hand(role.title(), &format!("{}@acme.example", role.as_str()));
        let answer = staff.api.create_client(&body, &key()).await;
        if may {
            let id = answer.expect("creates").value.id;
            staff.api.read_client(id).await.expect("sees it");
        } else {
            refused(answer, ProblemCode::Forbidden);
        }
    }
    let user = world.client_of(&owner, "jane@client.example").await;
    let body = by_hand("Acme", "ada@acme.example");
    refused(
        user.api.create_client(&body, &key()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().create_client(&body, &key()).await,
        ProblemCode::NotSignedIn,
    );
}

#[tokio::test]
async fn tn_05_no_other_field_is_taken() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    for (field, value) in [
        ("id", json!(other.partner())),
        ("partner_id", json!(other.partner())),
        ("created_by", json!(other.place())),
        ("application_key", json!("gwa_mine")),
        ("state", json!("active")),
    ] {
        let mut body = serde_json::to_value(by_hand("Acme", "ada@acme.example")).expect("JSON");
        body[field] = value.clone();
        let call = Call::post("create_client", "/api/v1/clients")
            .json(&body)
            .key(&key());
        refused(owner.api.send(call).await, ProblemCode::UnreadableBody);
        let mut company = serde_json::to_value(company_info("Acme")).expect("JSON");
        company[field] = value;
        let body = json!({"company": company, "administrator": by_hand("", "").administrator});
        let call = Call::post("create_client", "/api/v1/clients")
            .json(&body)
            .key(&key());
        refused(owner.api.send(call).await, ProblemCode::UnreadableBody);
    }
    assert_eq!(world.rows("clients").await, 0);
}

#[tokio::test]
async fn b03_whoever_comes_in_first_goes_on_with_the_set_up() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let made = owner
        .api
        .create_client(&by_hand("Acme", "wrong@acme.example"), &key())
        .await;
    let made = made.expect("creates").value;
    let invite = made.invite_id.expect("an invitation");
    owner
        .api
        .revoke_invite(invite)
        .await
        .expect("the address was wrong");
    let team = crate::team::team(&["right@acme.example"]);
    owner
        .api
        .invite_client_users(made.id, &team, &key())
        .await
        .expect("invites");
    let (right, _) = world.accept("right@acme.example").await;
    let set_up = right.read_onboarding(made.id).await.expect("reads");
    assert_eq!(set_up.next, Some(Step::EnableSms));
    right
        .skip_step(made.id, Step::EnableSms)
        .await
        .expect("goes on");
}
