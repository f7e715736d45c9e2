//! The job: a page is fetched and looked at.

use super::judge::{GivenOut, Judged, judge};
use super::show::finding_str;
use super::store;
use crate::application::{LOADER, allowed_origins};
use crate::clients;
use crate::context::Context;
use crate::events::{Event, record};
use crate::jobs::Ran;
use crate::outgoing::NotFetched;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, InstallationCheckId, PartnerId};
use gangway_domain::values::WebsiteAddress;
use gangway_domain::wire::InstallationFinding as Finding;
use gangway_entities::client;
use serde_json::json;
use url::Url;

/// Looks at the page of a check, unless a newer check has taken its place.
pub async fn look(ctx: &Context, partner: PartnerId, check: InstallationCheckId) -> Ran {
    match look_at(ctx, partner, check).await {
        Ok(()) => Ran::Done,
        Err(refusal) => Ran::Again {
            why: refusal.to_string(),
            after: None,
        },
    }
}

async fn look_at(
    ctx: &Context,
    partner: PartnerId,
    check: InstallationCheckId,
) -> Result<(), Refusal> {
    let db = ctx.db.reader();
    let Some(row) = store::waiting(db, partner, check).await? else {
        return Ok(());
    };
    let Some(client) = clients::load(db, partner, ClientId(row.client_id)).await? else {
        return Ok(());
    };
    let judged = fetch_and_judge(ctx, &client, &row.page).await?;
    let tx = ctx.db.begin().await?;
    if !store::finish(ctx, &tx, partner, check, &judged).await? {
        return Ok(tx.rollback().await?);
    }
    let event = Event::of("installation.checked", check)
        .at(partner)
        .about(ClientId(row.client_id))
        .with(json!({"page": row.page, "finding": finding_str(judged.finding)}));
    record(ctx, &tx, event).await?;
    Ok(tx.commit().await?)
}

async fn fetch_and_judge(
    ctx: &Context,
    client: &client::Model,
    page: &str,
) -> Result<Judged, Refusal> {
    let given = GivenOut {
        loader: Url::parse(&ctx.config.server.url(LOADER)).map_err(Refusal::internal)?,
        key: client.application_key.clone(),
        allowed: allowed_origins(client.website.as_deref()),
    };
    let own = WebsiteAddress::parse(page).ok();
    let Some(page) = own.filter(|page| given.allowed.allows(page.origin())) else {
        return Ok(Judged::new(
            Finding::Moved,
            "The website in Company settings has changed since. Check again.",
        ));
    };
    let page = Url::parse(page.as_str()).map_err(Refusal::internal)?;
    fail::fail_point!("before_look", |_| std::process::abort());
    let fetched = ctx.outgoing.fetch_page(&page).await;
    fail::fail_point!("after_look", |_| std::process::abort());
    Ok(match fetched {
        Ok(page) => judge(&page, &given),
        Err(not_fetched) => Judged::new(Finding::Unreachable, words(not_fetched)),
    })
}

fn words(not_fetched: NotFetched) -> &'static str {
    match not_fetched {
        NotFetched::NotFound => "The website's address was not found on the internet.",
        NotFetched::Unreachable => "The website did not answer Gangway within ten seconds.",
    }
}
