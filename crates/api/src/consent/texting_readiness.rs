//! `GET /api/v1/clients/{id}/texting-readiness`

use super::settings::{Settings, settings};
use super::wording::current_wording;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{May, PathId, ReadMessages};
use crate::refusal::Answer;
use crate::{clients, texting};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{ReadinessCheck, ReadinessFinding, TextingReadiness};
use gangway_entities::client;

/// Most quiet hours may leave of the day: from 08:00 to 21:00, as US law has it.
const LATEST_MINUTE: u16 = 21 * 60;
const EARLIEST_MINUTE: u16 = 8 * 60;

/// Reads whether a client has what carriers ask for when its number is registered
///
/// Carriers hold back texts of companies without a web site, privacy policy, terms, complete words to
/// agree to, or a name. Each is looked at, with what to do.
#[utoipa::path(tag = "Consent", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = TextingReadiness)),
    extensions(("x-scope" = json!("messages:read"))))]
#[get("/api/v1/clients/{id}/texting-readiness")]
pub async fn read_texting_readiness(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    id: PathId<ClientId>,
) -> Answer {
    let db = ctx.db.reader();
    let client = clients::require(db, &may.0, id.0).await?;
    let number = texting::number(db, may.0.partner, id.0).await?;
    let settings = settings(db, &client).await?;
    let wording = current_wording(db, &client, &settings).await?;
    let checks = vec![
        number_found(number.as_deref()),
        website(&client),
        link(
            ReadinessCheck::PrivacyPolicy,
            settings.privacy_url.as_deref(),
        ),
        link(ReadinessCheck::Terms, settings.terms_url.as_deref()),
        opt_in(&wording.text, &settings.brand_name),
        brand(&client, &settings),
        quiet(&settings),
    ];
    ok(&TextingReadiness {
        ready: checks.iter().all(|check| check.ok),
        checks,
    })
}

fn finding(check: ReadinessCheck, found: Result<String, String>) -> ReadinessFinding {
    ReadinessFinding {
        check,
        title: check.title().to_owned(),
        ok: found.is_ok(),
        detail: found.unwrap_or_else(|todo| todo),
    }
}

fn number_found(number: Option<&str>) -> ReadinessFinding {
    let found = number.map(str::to_owned).ok_or_else(|| {
        "There is no phone number to text from yet. Enable SMS in the set-up.".to_owned()
    });
    finding(ReadinessCheck::Number, found)
}

fn website(client: &client::Model) -> ReadinessFinding {
    let found = match client.website.as_deref() {
        Some(site) if site.starts_with("https://") => Ok(site.to_owned()),
        Some(_) => Err("Carriers want a web site that begins with https://. Correct it in the company settings.".to_owned()),
        None => Err("Enter the company's web site in the company settings.".to_owned()),
    };
    finding(ReadinessCheck::Website, found)
}

fn link(check: ReadinessCheck, url: Option<&str>) -> ReadinessFinding {
    let name = match check {
        ReadinessCheck::Terms => "terms",
        _ => "privacy policy",
    };
    let found = match url {
        Some(url) if url.starts_with("https://") => Ok(url.to_owned()),
        Some(_) => Err(format!(
            "The link to the {name} should begin with https://."
        )),
        None => Err(format!(
            "Enter the link to the {name} on the company's web site."
        )),
    };
    finding(check, found)
}

/// What carriers want said in the words customers agree to.
fn opt_in(text: &str, brand: &str) -> ReadinessFinding {
    let lower = text.to_lowercase();
    let said = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let missing: Vec<&str> = [
        ("the company's name", lower.contains(&brand.to_lowercase())),
        ("that they are text messages", said(&["text", "sms"])),
        (
            "how often, such as \"Message frequency varies\"",
            said(&["frequency", "messages per"]),
        ),
        (
            "that \"Message and data rates may apply\"",
            said(&["rates may apply"]),
        ),
        ("STOP to end", text.contains("STOP")),
        ("HELP for help", text.contains("HELP")),
    ]
    .into_iter()
    .filter_map(|(what, there)| (!there).then_some(what))
    .collect();
    let found = if missing.is_empty() {
        Ok("They say all that carriers want said.".to_owned())
    } else {
        Err(format!("Add {}.", missing.join("; ")))
    };
    finding(ReadinessCheck::OptInWording, found)
}

fn brand(client: &client::Model, settings: &Settings) -> ReadinessFinding {
    let known = client.name.is_some() || settings.has_brand_name();
    let found = if known {
        Ok(settings.brand_name.clone())
    } else {
        Err("Enter the name by which customers know the company.".to_owned())
    };
    finding(ReadinessCheck::BrandName, found)
}

fn quiet(settings: &Settings) -> ReadinessFinding {
    let (from, until) = (settings.quiet_from_minute, settings.quiet_until_minute);
    let night_is_quiet = from > until && from <= LATEST_MINUTE && until >= EARLIEST_MINUTE;
    let found = if night_is_quiet {
        Ok("Nobody is texted between 21:00 and 08:00 on their own clock.".to_owned())
    } else {
        Err("Quiet hours should cover 21:00 to 08:00: texts at night are against the law in the US.".to_owned())
    };
    finding(ReadinessCheck::QuietHours, found)
}
