use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use minijinja::Environment;
use minijinja::value::Serde;
use serde_json::{Value, json};

use crate::twilio::friendly_name;

/// The templates; names end in `.html`, so every value is escaped.
static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    for (name, source) in [
        ("base.html", include_str!("../../templates/base.html")),
        ("parts.html", include_str!("../../templates/parts.html")),
        (
            "overview.html",
            include_str!("../../templates/overview.html"),
        ),
        ("mails.html", include_str!("../../templates/mails.html")),
        ("mail.html", include_str!("../../templates/mail.html")),
        ("phones.html", include_str!("../../templates/phones.html")),
        ("phone.html", include_str!("../../templates/phone.html")),
        ("texts.html", include_str!("../../templates/texts.html")),
        ("sites.html", include_str!("../../templates/sites.html")),
        (
            "site/base.html",
            include_str!("../../templates/site/base.html"),
        ),
        (
            "site/home.html",
            include_str!("../../templates/site/home.html"),
        ),
        (
            "site/privacy.html",
            include_str!("../../templates/site/privacy.html"),
        ),
        (
            "site/terms.html",
            include_str!("../../templates/site/terms.html"),
        ),
        ("twilio.html", include_str!("../../templates/twilio.html")),
        ("missing.html", include_str!("../../templates/missing.html")),
    ] {
        if let Err(error) = environment.add_template(name, source) {
            tracing::error!(name, %error, "a page of the sandbox cannot be read");
        }
    }
    environment.add_filter("number", |text: String| friendly_name(&text));
    environment
});

/// The page, or a plain 500 that the log explains.
pub(crate) fn page(name: &str, values: Value) -> HttpResponse {
    answer(StatusCode::OK, name, values)
}

/// The page that says what is not there.
pub(crate) fn missing(reason: &str) -> HttpResponse {
    answer(
        StatusCode::NOT_FOUND,
        "missing.html",
        json!({ "reason": reason }),
    )
}

/// Back to a page after its form did something, so that reloading does not do it again.
pub(super) fn back_to(path: &'static str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header(("Location", path))
        .finish()
}

/// As it is shown, to the second.
pub(super) fn time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M:%S UTC").to_string()
}

fn answer(status: StatusCode, name: &str, values: Value) -> HttpResponse {
    let rendered = TEMPLATES
        .get_template(name)
        .and_then(|template| template.render(Serde(values)));
    match rendered {
        Ok(html) => HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .body(html),
        Err(error) => {
            tracing::error!(name, %error, "a page of the sandbox cannot be shown");
            HttpResponse::InternalServerError().body("This page cannot be shown.\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read() {
        assert_eq!(TEMPLATES.templates().count(), 15);
    }

    #[test]
    fn what_is_shown_is_escaped() {
        let template = TEMPLATES.get_template("missing.html").unwrap();
        let html = template
            .render(Serde(json!({ "reason": "<script>" })))
            .unwrap();
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"));
    }
}
