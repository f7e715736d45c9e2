//! What this process has at work: how many of a kind, whose turn is next, which provider is down.

use super::breaker::Breaker;
use super::kinds::{Provider, at_once, at_once_of_one_partner, by_urgency};
use super::queue::Leased;
use crate::context::Context;
use crate::telemetry::metrics;
use chrono::{DateTime, Utc};
use gangway_domain::ids::PartnerId;
use gangway_entities::finders::every_partner;
use gangway_entities::partner;
use sea_orm::{ColumnTrait as _, DbErr, QueryFilter as _, QuerySelect as _};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// What this process has at work.
#[derive(Debug, Default)]
pub struct Desk {
    /// Held while a job is taken, so that two who take at once never take one too many.
    pub(super) taking: tokio::sync::Mutex<()>,
    state: Mutex<State>,
    /// Partners that are suspended, and when that was read.
    suspended: tokio::sync::Mutex<Option<(Instant, Vec<Uuid>)>>,
}

/// How long it is not read again who is suspended: jobs are taken hundreds of times a second.
const RECENT: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
struct State {
    at_work: Vec<(String, Option<PartnerId>)>,
    /// Whose job was taken last, by kind.
    last: HashMap<String, Option<PartnerId>>,
    providers: HashMap<Provider, Breaker>,
}

/// Room for a job of a kind.
#[derive(Debug)]
pub(super) struct Opening {
    pub kind: &'static str,
    /// Partners that have enough of the kind at work.
    pub not_of: Vec<Option<PartnerId>>,
    /// Whose turn was last; none at the start.
    pub after: Option<Option<PartnerId>>,
}

impl Opening {
    /// Room for anything.
    pub fn all() -> Vec<Self> {
        let open = |kind| Self {
            kind,
            not_of: Vec::new(),
            after: None,
        };
        by_urgency().into_iter().map(open).collect()
    }
}

impl Desk {
    /// The kinds there is room for, the most urgent first.
    pub(super) fn openings(&self, ctx: &Context) -> Vec<Opening> {
        let (now, state) = (ctx.now(), self.state());
        let opening = |kind| {
            let limit = at_once(&ctx.config.jobs, kind);
            let waits = Provider::of(kind)
                .and_then(|provider| state.providers.get(&provider))
                .is_some_and(|breaker| breaker.wait(now).is_some());
            let free = !waits && state.count(|of, _| of == kind) < limit;
            free.then(|| Opening {
                kind,
                not_of: state.busy(kind, at_once_of_one_partner(limit)),
                after: state.last.get(kind).copied(),
            })
        };
        by_urgency().into_iter().filter_map(opening).collect()
    }

    /// Partners whose jobs are left alone.
    pub(super) async fn suspended(&self, ctx: &Context) -> Result<Vec<Uuid>, DbErr> {
        let mut known = self.suspended.lock().await;
        if let Some((at, ids)) = &*known
            && at.elapsed() < RECENT
        {
            return Ok(ids.clone());
        }
        let ids = every_partner()
            .select_only()
            .column(partner::Column::Id)
            .filter(partner::Column::SuspendedAt.is_not_null());
        let ids: Vec<Uuid> = ids.into_tuple().all(ctx.db.reader()).await?;
        *known = Some((Instant::now(), ids.clone()));
        Ok(ids)
    }

    /// A partner was suspended or goes on.
    pub async fn suspended_changed(&self) {
        *self.suspended.lock().await = None;
    }

    /// How long until a provider that is being caught up with, or probed, may be called.
    pub(super) fn next_call(&self, now: DateTime<Utc>) -> Option<Duration> {
        let state = self.state();
        let waits = state.providers.values().filter_map(|it| it.wait(now));
        waits.min().and_then(|wait| wait.to_std().ok())
    }

    /// Notes a job as being at work, until the place is dropped.
    pub(super) fn take_place(&self, ctx: &Context, job: &Leased) -> Place {
        let mut state = self.state();
        state.at_work.push((job.kind.clone(), job.partner));
        state.last.insert(job.kind.clone(), job.partner);
        if let Some(provider) = Provider::of(&job.kind) {
            state.breaker(provider).calls(ctx.now());
        }
        Place {
            ctx: ctx.clone(),
            kind: job.kind.clone(),
            partner: job.partner,
        }
    }

    /// No job of the kind is due.
    pub(super) fn nothing_due(&self, kind: &str) {
        if let Some(provider) = Provider::of(kind) {
            self.state().breaker(provider).caught_up();
        }
    }

    /// A provider answered, whatever it said.
    pub fn answered(&self, provider: Provider, now: DateTime<Utc>) {
        let mut state = self.state();
        let breaker = state.breaker(provider);
        let was_down = breaker.is_down();
        breaker.answered(now);
        if was_down && !breaker.is_down() {
            metrics::provider_down(provider.name(), false);
            tracing::info!(provider = provider.name(), "the provider answers again");
        }
    }

    /// A provider did not answer, or only that it is in trouble.
    pub fn failed(&self, provider: Provider, now: DateTime<Utc>) {
        if self.state().breaker(provider).failed(now) {
            metrics::provider_down(provider.name(), true);
            tracing::error!(
                provider = provider.name(),
                "the provider is down: its jobs wait"
            );
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn breaker(&mut self, provider: Provider) -> &mut Breaker {
        self.providers.entry(provider).or_default()
    }

    fn count(&self, which: impl Fn(&str, Option<PartnerId>) -> bool) -> usize {
        let fits = |entry: &&(String, Option<PartnerId>)| which(&entry.0, entry.1);
        self.at_work.iter().filter(fits).count()
    }

    /// Who has so many of the kind at work.
    fn busy(&self, kind: &str, most: usize) -> Vec<Option<PartnerId>> {
        let of_kind = self.at_work.iter().filter(|(of, _)| of == kind);
        let mut partners: Vec<_> = of_kind.map(|(_, partner)| *partner).collect();
        partners.sort();
        partners.dedup();
        partners.retain(|partner| self.count(|of, whose| of == kind && whose == *partner) >= most);
        partners
    }
}

/// A job at work.
pub(super) struct Place {
    ctx: Context,
    kind: String,
    partner: Option<PartnerId>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut state = self.ctx.desk.state();
        let ours =
            |entry: &(String, Option<PartnerId>)| entry.0 == self.kind && entry.1 == self.partner;
        if let Some(at) = state.at_work.iter().position(ours) {
            state.at_work.swap_remove(at);
        }
        if let Some(provider) = Provider::of(&self.kind) {
            state.breaker(provider).left(self.ctx.now());
        }
    }
}
