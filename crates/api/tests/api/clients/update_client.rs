use super::by_hand;
use crate::support::{World, company_info, key, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::CompanyInfo;
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn b28_company_settings_are_changed_by_the_company_and_by_its_partner() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let made = owner
        .api
        .create_client(&by_hand("Acme", "ada@acme.example"), &key())
        .await;
    let id = made.expect("creates").value.id;
    let (ada, _) = world.accept("ada@acme.example").await;
    let read = ada.read_client(id).await.expect("reads");
    let body = CompanyInfo {
        city: "Bangor".to_owned(),
        ..company_info("Acme")
    };
    let changed = ada
        .update_client(id, &body, &read.etag)
        .await
        .expect("changes");
    assert_eq!(changed.value.city.as_deref(), Some("Bangor"));
    assert_ne!(changed.etag, read.etag);
    let body = CompanyInfo {
        website: "https://acme.example/home".to_owned(),
        ..body
    };
    owner
        .api
        .update_client(id, &body, &changed.etag)
        .await
        .expect("changes");
    let code = ada.read_application(id).await.expect("reads");
    assert_eq!(
        code.allowed_origins,
        ["https://acme.example", "https://www.acme.example"]
    );
    assert_eq!(world.events("client.changed").await, 2);
}

#[tokio::test]
async fn wrong_fields_are_named_and_nothing_is_stored() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner
        .api
        .create_client(&by_hand("Bee", "bee@bee.example"), &key())
        .await
        .expect("creates");
    let made = owner
        .api
        .create_client(&by_hand("Acme", "ada@acme.example"), &key())
        .await;
    let id = made.expect("creates").value.id;
    let etag = owner.api.read_client(id).await.expect("reads").etag;
    let before = world.tables().await;
    for (pointer, code, body) in [
        ("/name", "required", company_info("")),
        ("/name", "duplicate_existing", company_info("BEE")),
        (
            "/website",
            "scheme_missing",
            CompanyInfo {
                website: "companyname.com".to_owned(),
                ..company_info("Acme")
            },
        ),
        (
            "/city",
            "required",
            CompanyInfo {
                city: String::new(),
                ..company_info("Acme")
            },
        ),
    ] {
        refused_field(
            owner.api.update_client(id, &body, &etag).await,
            pointer,
            code,
        );
    }
    let mut body = serde_json::to_value(company_info("Acme")).expect("JSON");
    body["partner_id"] = json!(owner.partner());
    let call = Call::new("update_client", Method::PATCH, "/api/v1/clients/{id}").with(id);
    let answer = owner.api.send(call.json(&body).if_match(&etag)).await;
    refused(answer, ProblemCode::UnreadableBody);
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn a_client_out_of_reach_is_not_there() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let etag = owner
        .api
        .read_client(jane.client)
        .await
        .expect("reads")
        .etag;
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    let body = company_info("Acme");
    for api in [&other.api, &ann.api, &sales.api] {
        let answer = api.update_client(jane.client, &body, &etag).await;
        refused(answer, ProblemCode::NotFound);
    }
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    let answer = technician
        .api
        .update_client(jane.client, &body, &etag)
        .await;
    refused(answer, ProblemCode::NotFound);
    let answer = world
        .client()
        .update_client(jane.client, &body, &etag)
        .await;
    refused(answer, ProblemCode::NotSignedIn);
}
