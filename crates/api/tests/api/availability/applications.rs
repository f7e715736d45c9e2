use super::{acme, call_us, made, office_hours, save};
use crate::support::{World, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ApplicationKind, SaveApplication, WidgetApplication};

#[tokio::test]
async fn b29_at_first_text_us_is_offered_at_all_hours_and_call_us_now_is_not() {
    let world = World::start().await;
    let jane = acme(&world).await;
    for (kind, enabled) in [
        (ApplicationKind::TextUs, true),
        (ApplicationKind::CallUsNow, false),
    ] {
        let read = jane.api.read_widget_application(jane.client, kind).await;
        let wanted = WidgetApplication {
            kind,
            enabled,
            schedule_id: None,
            phone_number: None,
            updated_at: None,
        };
        assert_eq!(read.expect("reads").value, wanted);
    }
}

#[tokio::test]
async fn b29_one_schedule_is_assigned_to_each_application() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let office = made(&jane, &office_hours("Office")).await.id;
    let shop = made(&jane, &office_hours("Shop")).await.id;
    let call = save(&jane, ApplicationKind::CallUsNow, &call_us(Some(office))).await;
    assert_eq!(call.phone_number.as_deref(), Some("+12075550100"));
    assert_eq!(call.schedule_id, Some(office));
    let body = SaveApplication {
        enabled: true,
        schedule_id: Some(shop),
        phone_number: None,
    };
    save(&jane, ApplicationKind::TextUs, &body).await;
    save(&jane, ApplicationKind::TextUs, &body).await;
    assert_eq!(world.events("widget_application.changed").await, 2);
    let read = jane.api.read_schedule(jane.client, shop).await;
    assert_eq!(
        read.expect("reads").value.used_by,
        [ApplicationKind::TextUs]
    );
    let off = SaveApplication::default();
    let call = save(&jane, ApplicationKind::CallUsNow, &off).await;
    assert_eq!(
        (call.enabled, call.schedule_id, call.phone_number),
        (false, None, None)
    );
}

#[tokio::test]
async fn b29_call_us_now_needs_a_number_and_text_us_takes_none() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let other = world.partner("Other IT").await;
    let ann = world.client_of(&other, "ann@other.example").await;
    let foreign = made(&ann, &office_hours("Office")).await.id;
    let before = world.tables().await;
    let without = SaveApplication {
        phone_number: None,
        ..call_us(None)
    };
    let odd = SaveApplication {
        phone_number: Some("555-0100".to_owned()),
        ..call_us(None)
    };
    for (kind, body, pointer, code) in [
        (
            ApplicationKind::CallUsNow,
            without,
            "/phone_number",
            "required",
        ),
        (
            ApplicationKind::CallUsNow,
            odd,
            "/phone_number",
            "invalid_phone",
        ),
        (
            ApplicationKind::CallUsNow,
            call_us(Some(foreign)),
            "/schedule_id",
            "unknown_schedule",
        ),
        (
            ApplicationKind::TextUs,
            call_us(None),
            "/phone_number",
            "not_taken",
        ),
    ] {
        let read = jane.api.read_widget_application(jane.client, kind).await;
        let etag = read.expect("reads").etag;
        let answer = jane
            .api
            .save_widget_application(jane.client, kind, &body, &etag)
            .await;
        refused_field(answer, pointer, code);
    }
    assert_eq!(world.tables().await, before);
    let path = "/api/v1/clients/{id}/applications/{kind}";
    let call = Call::get("read_widget_application", path)
        .with(jane.client)
        .with("fax_us");
    refused(jane.api.send(call).await, ProblemCode::NotFound);
}
