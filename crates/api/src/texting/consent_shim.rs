//! Stands in for `crate::consent` until that is merged.
#![allow(dead_code, clippy::unused_async, clippy::missing_const_for_fn)]
use crate::context::Context;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, MessageId, PartnerId};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

pub enum Standing {
    None,
    Given { at: DateTime<Utc> },
    Ended { at: DateTime<Utc> },
}
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keyword {
    Stop,
    Start,
    Help,
}
#[derive(Clone, Copy)]
pub enum Kind {
    Given,
    Ended,
    Restored,
}
#[derive(Clone, Copy)]
pub enum Source {
    Text,
    Keyword,
    Provider,
}
pub struct Entry {
    pub partner: PartnerId,
    pub client: ClientId,
    pub company_number: String,
    pub customer_number: String,
    pub kind: Kind,
    pub source: Source,
    pub message_id: Option<MessageId>,
}
#[derive(Clone, Default)]
pub struct Settings {
    pub help_text: String,
}
pub async fn standing(
    _: &impl ConnectionTrait,
    _: PartnerId,
    _: ClientId,
    _: &str,
    _: &str,
) -> Result<Standing, Refusal> {
    Ok(Standing::Given {
        at: DateTime::UNIX_EPOCH,
    })
}
pub async fn settings(
    _: &impl ConnectionTrait,
    _: PartnerId,
    _: ClientId,
) -> Result<Settings, Refusal> {
    Ok(Settings::default())
}
pub async fn record(_: &Context, _: &DatabaseTransaction, _: Entry) -> Result<(), Refusal> {
    Ok(())
}
pub fn keyword(body: &str, _: Option<&str>) -> Option<Keyword> {
    (body.trim() == "STOP").then_some(Keyword::Stop)
}
pub fn quiet_now(_: &str, _: &Settings, _: DateTime<Utc>) -> Option<DateTime<Utc>> {
    None
}
pub fn segments(body: &str) -> u32 {
    u32::try_from(body.len().div_ceil(160)).unwrap_or(1).max(1)
}
