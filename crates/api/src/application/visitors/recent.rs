//! Public settings as they were read within the last seconds, in the memory of this process: visitors
//! ask for them far more often than they change.
//!
//! What this process changes is seen at once, by what it commits of the client; what another one
//! changes after [`KEPT_S`]. Nothing outlives the moment at which an application opens or closes.

use super::super::origins;
use super::own_page::switched_on;
use super::settings;
use crate::context::Context;
use crate::db::Moment;
use crate::keys::token_hash;
use crate::refusal::Refusal;
use actix_web::http::header::HeaderValue;
use actix_web::web::Bytes;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::values::{AllowedOrigins, WidgetOrigin};
use gangway_domain::wire::Widget;
use gangway_entities::client;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::sync::Arc;

/// Seconds for which settings are answered from memory. Browsers keep them for fifty more: what is
/// switched off is gone within a minute.
const KEPT_S: i64 = 5;
/// Bytes of memory that settings take at most, whatever keys are asked for.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// What one of them takes besides its body, about.
const OVERHEAD_BYTES: usize = 600;
/// How many of usual size that is.
const USUAL: usize = 10_000;

/// The settings of one company's application.
#[derive(Debug)]
pub struct PublicWidget {
    /// The company's partner.
    pub partner: PartnerId,
    /// The company.
    pub client: ClientId,
    /// Its `ETag`.
    pub tag: HeaderValue,
    /// The answer, in JSON.
    pub body: Bytes,
    sites: AllowedOrigins,
}

impl PublicWidget {
    /// The company's site that an `Origin` names.
    pub fn site(&self, origin: &HeaderValue) -> Option<&WidgetOrigin> {
        self.sites.site_of(origin.to_str().ok()?)
    }
}

/// What was read for a key; no widget where the key is unknown or the application switched off.
#[derive(Clone, Debug)]
struct Recent {
    widget: Option<Arc<PublicWidget>>,
    read_at: DateTime<Utc>,
    until: DateTime<Utc>,
    moment: Moment,
}

impl Recent {
    fn is_good(&self, ctx: &Context) -> bool {
        let now = ctx.now();
        let changed = |widget: &Arc<PublicWidget>| {
            let changes = ctx.db.changes();
            changes.since(self.moment, widget.client.0)
        };
        self.read_at <= now && now < self.until && !self.widget.as_ref().is_some_and(changed)
    }
}

#[derive(Clone, Copy, Debug)]
struct Memory;

impl Weighter<String, Recent> for Memory {
    fn weight(&self, key: &String, recent: &Recent) -> u64 {
        let body = recent.widget.as_ref().map_or(0, |widget| widget.body.len());
        u64::try_from(OVERHEAD_BYTES + key.len() + body).unwrap_or(u64::MAX)
    }
}

/// What was read within the last seconds, by application key.
#[derive(Debug)]
pub struct RecentWidgets(Cache<String, Recent, Memory>);

impl Default for RecentWidgets {
    fn default() -> Self {
        Self(Cache::with_weighter(USUAL, MOST_BYTES, Memory))
    }
}

/// The settings behind a key; none where it is unknown or the application switched off.
pub async fn widget(ctx: &Context, key: &str) -> Result<Option<Arc<PublicWidget>>, Refusal> {
    let RecentWidgets(recent) = &ctx.recent_widgets;
    if let Some(recent) = recent.get(key).filter(|recent| recent.is_good(ctx)) {
        return Ok(recent.widget);
    }
    let read = read(ctx, key).await?;
    recent.insert(key.to_owned(), read.clone());
    Ok(read.widget)
}

async fn read(ctx: &Context, key: &str) -> Result<Recent, Refusal> {
    let (read_at, moment) = (ctx.now(), ctx.db.changes().now());
    let mut until = read_at + Duration::seconds(KEPT_S);
    let widget = match switched_on(ctx, key).await? {
        None => None,
        Some((client, style)) => {
            let widget = settings::of(ctx, &client, style).await?;
            until = widget.changes_at.map_or(until, |at| at.min(until));
            Some(Arc::new(published(ctx, &client, &widget)?))
        }
    };
    Ok(Recent {
        widget,
        read_at,
        until,
        moment,
    })
}

fn published(
    ctx: &Context,
    client: &client::Model,
    widget: &Widget,
) -> Result<PublicWidget, Refusal> {
    let body = serde_json::to_string(widget).map_err(Refusal::internal)?;
    // Weak: on the way the body may be compressed.
    let tag: String = token_hash(&body).chars().take(32).collect();
    Ok(PublicWidget {
        partner: PartnerId(client.partner_id),
        client: ClientId(client.id),
        tag: HeaderValue::try_from(format!("W/\"{tag}\"")).map_err(Refusal::internal)?,
        body: body.into(),
        sites: origins::of_client(ctx, client.website.as_deref()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ClientChanges;

    fn recent(widget: Option<Arc<PublicWidget>>) -> Recent {
        Recent {
            widget,
            read_at: DateTime::UNIX_EPOCH,
            until: DateTime::UNIX_EPOCH,
            moment: ClientChanges::default().now(),
        }
    }

    #[test]
    fn a_flood_of_unknown_keys_takes_bounded_memory_and_leaves_what_is_asked_for() {
        let RecentWidgets(kept) = RecentWidgets::default();
        let body = Bytes::from(vec![b'x'; 1_000]);
        let widget = Arc::new(PublicWidget {
            partner: PartnerId(uuid::Uuid::nil()),
            client: ClientId(uuid::Uuid::nil()),
            tag: HeaderValue::from_static("W/\"1\""),
            sites: AllowedOrigins::default(),
            body,
        });
        kept.insert("gwa_known".to_owned(), recent(Some(widget)));
        for number in 0..200_000 {
            if number % 1_000 == 0 {
                assert!(kept.get("gwa_known").is_some(), "after {number}");
            }
            kept.insert(format!("gwa_{number:060}"), recent(None));
        }
        assert!(kept.weight() <= MOST_BYTES);
        assert!(kept.len() < 30_000, "{} are remembered", kept.len());
    }
}
