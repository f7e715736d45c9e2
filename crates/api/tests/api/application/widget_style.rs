use super::visitor::{OWN, Visitor, texting};
use crate::support::{World, refused, refused_field};
use crate::texting::ready;
use gangway_api_client::Etag;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{UpdateWidgetStyle, WidgetPosition};
use reqwest::Method;

fn look() -> UpdateWidgetStyle {
    UpdateWidgetStyle {
        enabled: true,
        color: "#FDE047".to_owned(),
        position: WidgetPosition::BottomLeft,
        button_label: Some(" Text us ".to_owned()),
        greeting: Some("We answer within an hour.".to_owned()),
    }
}

#[tokio::test]
async fn b21_a_look_is_changed_and_visitors_see_it_with_text_they_can_read() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let read = jane
        .api
        .read_widget_style(jane.client)
        .await
        .expect("reads");
    assert_eq!(
        (read.value.color.as_str(), read.value.updated_at),
        ("#1f2937", None)
    );
    assert_eq!(visitor.settings().await["style"]["text_color"], "#ffffff");

    let saved = jane
        .api
        .update_widget_style(jane.client, &look(), &read.etag)
        .await;
    let saved = saved.expect("saves");
    assert_eq!(saved.value.color, "#fde047");
    assert_eq!(saved.value.text_color, "#000000");
    assert_eq!(saved.value.button_label.as_deref(), Some("Text us"));
    let again = jane
        .api
        .read_widget_style(jane.client)
        .await
        .expect("reads");
    assert_eq!((again.value, again.etag), (saved.value, saved.etag));

    let style = visitor.settings().await["style"].clone();
    let seen = serde_json::json!({
        "color": "#fde047", "text_color": "#000000", "position": "bottom_left",
        "button_label": "Text us", "greeting": "We answer within an hour.",
    });
    assert_eq!(style, seen, "WG-02: nothing else");
    assert_eq!(world.events("widget.changed").await, 1);
}

#[tokio::test]
async fn of_two_who_change_a_look_at_once_the_second_is_told() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let (api, client) = (&jane.api, jane.client);
    let first = api.read_widget_style(client).await.expect("reads").etag;
    let second = api.update_widget_style(client, &look(), &first).await;
    let second = second.expect("saves").etag;
    let late = api.update_widget_style(client, &look(), &first).await;
    refused(late, ProblemCode::Stale);
    api.update_widget_style(client, &look(), &second)
        .await
        .expect("saves on top");
    let none = api
        .update_widget_style(client, &look(), &Etag(String::new()))
        .await;
    refused(none, ProblemCode::IfMatchNeeded);
}

#[tokio::test]
async fn wrong_fields_of_a_look_are_named_and_nothing_is_stored() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let etag = jane
        .api
        .read_widget_style(jane.client)
        .await
        .expect("reads")
        .etag;
    let wrong = [
        (
            "/color",
            "invalid_color",
            UpdateWidgetStyle {
                color: "red;}*{}".to_owned(),
                ..look()
            },
        ),
        (
            "/color",
            "required",
            UpdateWidgetStyle {
                color: " ".to_owned(),
                ..look()
            },
        ),
        (
            "/button_label",
            "too_long",
            UpdateWidgetStyle {
                button_label: Some("x".repeat(25)),
                ..look()
            },
        ),
        (
            "/greeting",
            "too_long",
            UpdateWidgetStyle {
                greeting: Some("x".repeat(161)),
                ..look()
            },
        ),
        (
            "/greeting",
            "invalid_text",
            UpdateWidgetStyle {
                greeting: Some("a\u{202e}b".to_owned()),
                ..look()
            },
        ),
    ];
    for (pointer, code, body) in wrong {
        let answer = jane
            .api
            .update_widget_style(jane.client, &body, &etag)
            .await;
        refused_field(answer, pointer, code);
    }
    let read = jane
        .api
        .read_widget_style(jane.client)
        .await
        .expect("reads");
    assert_eq!(read.etag, etag);
}

#[tokio::test]
async fn a_look_is_of_one_client_alone() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let other = world.partner("Northwind").await;
    let etag = jane
        .api
        .read_widget_style(jane.client)
        .await
        .expect("reads")
        .etag;
    let read = other.api.read_widget_style(jane.client).await;
    refused(read, ProblemCode::NotFound);
    let write = other
        .api
        .update_widget_style(jane.client, &look(), &etag)
        .await;
    refused(write, ProblemCode::NotFound);
}

#[tokio::test]
async fn wg_05_switched_off_there_is_nothing_for_visitors() {
    let world = World::start().await;
    let jane = texting(&world).await;
    let visitor = Visitor::of(&world, &jane).await;
    let (visit, form) = (
        visitor.visit_and_write().await,
        visitor.form("+12025550143").await,
    );
    let etag = jane
        .api
        .read_widget_style(jane.client)
        .await
        .expect("reads")
        .etag;
    let off = UpdateWidgetStyle {
        enabled: false,
        ..look()
    };
    jane.api
        .update_widget_style(jane.client, &off, &etag)
        .await
        .expect("saves");

    let answer = visitor
        .request(Method::GET, "")
        .send()
        .await
        .expect("answers");
    assert_eq!(answer.status(), 404);
    assert_eq!(answer.headers().get("access-control-allow-origin"), None);
    assert!(!answer.text().await.expect("text").contains("Acme"));
    let posted = visitor.text(&visit, &form).await;
    assert_eq!(posted.status(), 403);
    assert_eq!(world.texts("select body from messages").await.len(), 0);
    assert_eq!(visitor.origin, OWN);
}
