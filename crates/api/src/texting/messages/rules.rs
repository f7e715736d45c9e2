//! Whether a customer may be sent a text now, and if not, why. Asked when a text is written and again
//! when it is handed over.

use super::store::parts_of_a_day;
use crate::clients;
use crate::consent::{self, Standing, Standings};
use crate::context::Context;
use crate::refusal::Refusal;
use crate::telemetry::metrics::text_refused;
use crate::texting::conversations::Pair;
use crate::texting::{countries, number};
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_entities::client;
use sea_orm::ConnectionTrait;

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A person or a program writes.
    ByPerson,
    /// It confirms what the customer has just agreed to.
    Confirmation,
    /// It answers a customer who asked for help, which needs no consent.
    Help,
}

/// Why a text may not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The installation has no account for texting.
    NotSwitchedOn,
    /// The client has no number.
    NoNumber,
    /// The conversation is with a number that the client no longer has.
    OtherNumber,
    /// Nobody can have that number.
    NotANumber,
    /// The country may not be texted.
    Country,
    /// The customer said STOP.
    OptedOut,
    /// The customer never agreed.
    NoConsent,
    /// It is night where the customer is.
    Quiet {
        /// Until then.
        until: DateTime<Utc>,
    },
    /// The client has sent its texts for a day.
    EnoughForADay,
}

impl Obstacle {
    /// Its stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotSwitchedOn => "not_switched_on",
            Self::NoNumber => "no_number",
            Self::OtherNumber => "other_number",
            Self::NotANumber => "invalid_phone",
            Self::Country => "country_not_allowed",
            Self::OptedOut => "opted_out",
            Self::NoConsent => "no_consent",
            Self::Quiet { .. } => "quiet_hours",
            Self::EnoughForADay => "daily_limit",
        }
    }

    /// What it is and what to do.
    pub fn words(self) -> String {
        match self {
            Self::NotSwitchedOn => "Texting is not switched on here yet. Ask your provider.",
            Self::NoNumber => "There is no number to text from yet. Ask for one under Enable SMS.",
            Self::OtherNumber => "This was with a number you no longer have. The customer has to agree to texts from the new one.",
            Self::NotANumber => "Nobody can be texted at this number. Check it.",
            Self::Country => "Texts to this country are switched off. Ask your provider.",
            Self::OptedOut => "This customer opted out of texts from you. They can text START to get them again.",
            Self::NoConsent => "This customer has not agreed to texts from your number yet. They agree on your web site, or by texting you first.",
            Self::Quiet { .. } => "It is outside the hours in which your customers get texts. Wait until the morning there.",
            Self::EnoughForADay => "As many texts as one day allows have been sent. Try again tomorrow, or ask your provider for more.",
        }
        .to_owned()
    }

    /// The refusal of a request.
    pub fn refusal(self) -> Refusal {
        Refusal::new(ProblemCode::CannotText, self.words()).because("/to", self.code())
    }
}

/// What is the same for all customers of a client.
pub struct Rules {
    number: Option<String>,
    settings: consent::Settings,
}

impl Rules {
    /// The rules of a client as they are now.
    pub async fn of(db: &impl ConnectionTrait, client: &client::Model) -> Result<Self, Refusal> {
        let (partner, id) = (PartnerId(client.partner_id), ClientId(client.id));
        Ok(Self {
            number: number(db, partner, id).await?,
            settings: consent::settings(db, client).await?,
        })
    }

    /// The same of a client by its id.
    pub async fn of_client(
        db: &impl ConnectionTrait,
        partner: PartnerId,
        client: ClientId,
    ) -> Result<Self, Refusal> {
        let client = clients::load(db, partner, client).await?;
        Self::of(db, &client.ok_or_else(Refusal::not_found)?).await
    }

    /// What stands against a text; none where nothing does.
    pub async fn obstacle(
        &self,
        ctx: &Context,
        db: &impl ConnectionTrait,
        pair: Pair<'_>,
        purpose: Purpose,
    ) -> Result<Option<Obstacle>, Refusal> {
        if let Some(obstacle) = self.of_numbers(ctx, pair) {
            return Ok(Some(obstacle));
        }
        let Pair {
            partner,
            client,
            company_number,
            customer_number,
        } = pair;
        let standing =
            consent::standing(db, partner, client, company_number, customer_number).await?;
        Ok(self.of_standing(ctx, customer_number, standing, purpose))
    }

    /// What holds for many customers of the client's number; nothing is asked where there is no number.
    pub async fn standings(
        &self,
        db: &impl ConnectionTrait,
        partner: PartnerId,
        client: ClientId,
        customers: &[&str],
    ) -> Result<Standings, Refusal> {
        match &self.number {
            Some(number) => consent::standings(db, partner, client, number, customers).await,
            None => Ok(Standings::default()),
        }
    }

    /// What stands against a person's text to one of many customers.
    pub fn obstacle_among(
        &self,
        ctx: &Context,
        pair: Pair<'_>,
        standings: &Standings,
    ) -> Option<Obstacle> {
        let customer = pair.customer_number;
        self.of_numbers(ctx, pair)
            .or_else(|| self.of_standing(ctx, customer, standings.of(customer), Purpose::ByPerson))
    }

    fn of_standing(
        &self,
        ctx: &Context,
        customer: &str,
        standing: Standing,
        purpose: Purpose,
    ) -> Option<Obstacle> {
        match (standing, purpose) {
            (Standing::Ended { .. }, _) => Some(Obstacle::OptedOut),
            (Standing::None, Purpose::ByPerson | Purpose::Confirmation) => {
                Some(Obstacle::NoConsent)
            }
            (Standing::Given { .. }, Purpose::ByPerson) => self.quiet(ctx, customer),
            _ => None,
        }
    }

    fn of_numbers(&self, ctx: &Context, pair: Pair<'_>) -> Option<Obstacle> {
        let allowed = |country: &str| {
            let countries = &ctx.config.twilio.text_countries;
            countries.iter().any(|known| known == country)
        };
        if ctx.twilio.is_none() {
            return Some(Obstacle::NotSwitchedOn);
        }
        match &self.number {
            None => return Some(Obstacle::NoNumber),
            Some(number) if number != pair.company_number => return Some(Obstacle::OtherNumber),
            Some(number) if number == pair.customer_number => return Some(Obstacle::NotANumber),
            Some(_) => {}
        }
        match countries::country(pair.customer_number) {
            None => Some(Obstacle::NotANumber),
            Some(country) if !allowed(country) => Some(Obstacle::Country),
            Some(_) => None,
        }
    }

    fn quiet(&self, ctx: &Context, customer: &str) -> Option<Obstacle> {
        let until = consent::quiet_now(customer, &self.settings, ctx.now())?;
        Some(Obstacle::Quiet { until })
    }
}

/// Refuses when so many more parts are more than a day allows. The client's number is held meanwhile, so
/// that two texts do not both take the last part.
pub async fn refuse_beyond_a_day(
    ctx: &Context,
    tx: &sea_orm::DatabaseTransaction,
    pair: Pair<'_>,
    parts: i32,
) -> Result<Option<Obstacle>, Refusal> {
    crate::texting::store::hold(tx, pair.partner, pair.client).await?;
    let sent = parts_of_a_day(ctx, tx, pair.partner, pair.client).await?;
    let allowed = ctx.config.twilio.texts_per_day;
    let wanted = sent + u64::try_from(parts).unwrap_or_default();
    if wanted <= allowed {
        return Ok(None);
    }
    text_refused();
    let client = pair.client;
    tracing::warn!(%client, sent, allowed, "a client has sent its texts for a day");
    Ok(Some(Obstacle::EnoughForADay))
}
