use super::{field, group, new_record, of_kind, phone, site};
use crate::availability::closed_on;
use crate::support::{World, key, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::ids::PlaceId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{
    ClientState, CustomFieldKind, NewClientRecord, SaveCustomValue, SecondaryContact,
};

#[tokio::test]
async fn d3_d4_d5_d6_a_client_is_written_down_with_everything_at_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (desk, plan) = (
        group(&owner, "Service Desk").await,
        field(&owner, of_kind("Contract", CustomFieldKind::Number)).await,
    );
    let mut body = new_record("Café Acme", "Pat@Acme.example");
    body.email = Some("Office@acme.example".to_owned());
    body.phone = Some(phone("39", "0698765432"));
    body.primary_contact.phone = Some(phone("1", "2025550143"));
    body.secondary_contact = Some(SecondaryContact {
        first_name: "Sam".to_owned(),
        last_name: Some("Second".to_owned()),
        email: None,
        phone: None,
    });
    body.sites.insert(0, site("Branch", false));
    let hours = body.hours.as_mut().expect("hours");
    hours.holidays = vec![closed_on("New Year", "2027-01-01")];
    body.email_domains = vec!["ACME.example".to_owned(), "acme.example".to_owned()];
    body.account_manager = Some(owner.place());
    body.tech_groups = vec![desk, desk];
    body.custom_values = vec![SaveCustomValue {
        field_id: plan,
        value: " 12.50 ".to_owned(),
    }];
    let made = owner.api.create_client_record(&body, &key()).await;
    let made = made.expect("writes down");
    let read = owner.api.read_client_record(made.id).await.expect("reads");
    assert_eq!(read.value, made);
    let primary = made.primary_contact.expect("a contact");
    assert_eq!(primary.email, "pat@acme.example");
    assert_eq!(primary.phone, Some(phone("1", "2025550143")));
    assert_eq!(made.secondary_contact, body.secondary_contact);
    assert_eq!(made.email.as_deref(), Some("office@acme.example"));
    assert_eq!(made.phone, Some(phone("39", "0698765432")));
    let sites: Vec<_> = made
        .sites
        .iter()
        .map(|site| (site.name.as_str(), site.is_headquarters))
        .collect();
    assert_eq!(sites, [("Branch", false), ("Main office", true)]);
    assert_eq!(made.hours, body.hours);
    assert_eq!(made.email_domains, ["acme.example"]);
    assert_eq!(
        made.account_manager.map(|staff| staff.id),
        Some(owner.place())
    );
    assert_eq!(
        made.tech_groups
            .iter()
            .map(|group| group.id)
            .collect::<Vec<_>>(),
        [desk]
    );
    assert_eq!(made.custom_values[0].value, "12.50");
    assert!(!made.is_test && made.engineers.is_empty());

    let client = owner.api.read_client(made.id).await.expect("reads").value;
    assert_eq!(client.state, ClientState::NotInvited);
    assert_eq!(client.contact_email.as_deref(), Some("pat@acme.example"));
    assert_eq!(client.account_manager.as_deref(), Some("Olive Owner"));
    assert_eq!(client.time_zone.as_deref(), Some("America/New_York"));
    assert_eq!(world.events("client.created").await, 1);
}

#[tokio::test]
async fn d1_what_is_mandatory_is_asked_for_where_it_is_missing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let without = |clear: fn(&mut NewClientRecord)| {
        let mut body = new_record("Acme", "pat@acme.example");
        clear(&mut body);
        body
    };
    for (body, pointer) in [
        (without(|body| body.name = "  ".to_owned()), "/name"),
        (
            without(|body| body.primary_contact.first_name.clear()),
            "/primary_contact/first_name",
        ),
        (
            without(|body| body.primary_contact.last_name.clear()),
            "/primary_contact/last_name",
        ),
        (
            without(|body| body.primary_contact.email.clear()),
            "/primary_contact/email",
        ),
        (without(|body| body.sites.clear()), "/sites"),
        (without(|body| body.sites[0].name.clear()), "/sites/0/name"),
        (
            without(|body| body.sites[0].time_zone.clear()),
            "/sites/0/time_zone",
        ),
    ] {
        let answer = owner.api.create_client_record(&body, &key()).await;
        refused_field(answer, pointer, "required");
    }
    let mut body = new_record("Acme", "OWNER@harborit.example");
    let answer = owner.api.create_client_record(&body, &key()).await;
    refused_field(answer, "/primary_contact/email", "own_email");
    body.primary_contact.email = "pat@acme.example".to_owned();
    body.sites[0].is_headquarters = false;
    let answer = owner.api.create_client_record(&body, &key()).await;
    refused_field(answer, "/sites", "one_headquarters");
    assert_eq!(
        (world.rows("clients").await, world.rows("contacts").await),
        (0, 0)
    );
}

#[tokio::test]
async fn d12_d13_d14_numbers_places_and_domains_are_right_or_named() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let with = |set: fn(&mut NewClientRecord)| {
        let mut body = new_record("Acme", "pat@acme.example");
        set(&mut body);
        body
    };
    for (body, pointer, code) in [
        (
            with(|body| body.phone = Some(phone("+1", "2025550143"))),
            "/phone/code",
            "invalid_code",
        ),
        (
            with(|body| body.phone = Some(phone("1", "202 555 0143"))),
            "/phone/number",
            "invalid_phone",
        ),
        (
            with(|body| body.sites[0].country = Some("UK".to_owned())),
            "/sites/0/country",
            "invalid_code",
        ),
        (
            with(|body| body.sites[0].region = Some("ON".to_owned())),
            "/sites/0/region",
            "invalid_code",
        ),
        (
            with(|body| body.sites[0].region = None),
            "/sites/0/region",
            "required_together",
        ),
        (
            with(|body| body.sites[0].time_zone = "EST5".to_owned()),
            "/sites/0/time_zone",
            "invalid_timezone",
        ),
        (
            with(|body| body.email_domains = vec!["gmail.com".to_owned()]),
            "/email_domains",
            "public_domain",
        ),
        (
            with(|body| body.email_domains = vec!["http://acme.example".to_owned()]),
            "/email_domains",
            "invalid_domain",
        ),
    ] {
        let answer = owner.api.create_client_record(&body, &key()).await;
        refused_field(answer, pointer, code);
    }
    // A country that is not divided needs no region.
    let body = with(|body| {
        body.sites[0].country = Some("VA".to_owned());
        body.sites[0].region = None;
    });
    let made = owner.api.create_client_record(&body, &key()).await;
    assert_eq!(made.expect("writes down").sites[0].region, None);
}

#[tokio::test]
async fn tn_07_what_is_another_partner_s_is_as_unknown_as_what_is_nowhere() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let foreign_group = group(&other, "Service Desk").await;
    let foreign_field = field(&other, of_kind("Plan", CustomFieldKind::Text)).await;
    let nowhere = "01890000-0000-7000-8000-000000000000";
    for place in [other.place(), nowhere.parse::<PlaceId>().expect("an id")] {
        let mut body = new_record("Acme", "pat@acme.example");
        body.account_manager = Some(place);
        let answer = owner.api.create_client_record(&body, &key()).await;
        refused_field(answer, "/account_manager", "unknown_user");
    }
    for id in [foreign_group, nowhere.parse().expect("an id")] {
        let mut body = new_record("Acme", "pat@acme.example");
        body.tech_groups = vec![id];
        let answer = owner.api.create_client_record(&body, &key()).await;
        refused_field(answer, "/tech_groups/0", "unknown_group");
    }
    for field_id in [foreign_field, nowhere.parse().expect("an id")] {
        let mut body = new_record("Acme", "pat@acme.example");
        let value = "Gold".to_owned();
        body.custom_values = vec![SaveCustomValue { field_id, value }];
        let answer = owner.api.create_client_record(&body, &key()).await;
        refused_field(answer, "/custom_values/0/field_id", "unknown_field");
    }
    assert_eq!(world.rows("clients").await, 0);
}

#[tokio::test]
async fn d6_mandatory_fields_are_asked_for_and_others_take_their_kind_only() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut contract = of_kind("Contract", CustomFieldKind::Date);
    contract.is_mandatory = true;
    let contract = field(&owner, contract).await;
    let mut body = new_record("Acme", "pat@acme.example");
    let answer = owner.api.create_client_record(&body, &key()).await;
    let words = refused_field(answer, "/custom_values", "required");
    assert_eq!(words, "Fill in Contract.");
    let value = |value: &str| {
        vec![SaveCustomValue {
            field_id: contract,
            value: value.to_owned(),
        }]
    };
    body.custom_values = value("31.01.2027");
    let answer = owner.api.create_client_record(&body, &key()).await;
    refused_field(answer, "/custom_values/0/value", "invalid_date");
    body.custom_values = value("2027-01-31");
    let made = owner.api.create_client_record(&body, &key()).await;
    assert_eq!(
        made.expect("writes down").custom_values[0].value,
        "2027-01-31"
    );
}

#[tokio::test]
async fn id_03_the_same_record_again_is_the_same_client() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (key, body) = (key(), new_record("Acme", "pat@acme.example"));
    let call = Call::post("create_client_record", "/api/v1/clients/records")
        .json(&body)
        .key(&key);
    let first = owner.api.send(call.clone()).await.expect("writes down");
    let again = owner.api.send(call).await.expect("as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    let other = new_record("Bee", "bee@acme.example");
    let answer = owner.api.create_client_record(&other, &key).await;
    refused(answer, ProblemCode::IdempotencyKeyReused);
    assert_eq!(world.rows("clients").await, 1);
}
