//! A number that its client no longer needs goes back to the provider.

use super::store;
use crate::context::Context;
use crate::jobs::{Provider, Ran};
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_twilio::Error;

/// Gives a client's number back, where it has one; it cannot be had again. None once it is the provider's,
/// else why it is not yet. A number whose purchase was not finished is given back by that purchase when it
/// finds its order gone.
pub async fn give_back(
    ctx: &Context,
    partner: PartnerId,
    client: ClientId,
) -> Result<Option<Ran>, Refusal> {
    let order = store::of_client(ctx.db.reader(), partner, client).await?;
    let Some(sid) = order.and_then(|order| order.phone_number_sid) else {
        return Ok(None);
    };
    let Some(twilio) = &ctx.twilio else {
        return Ok(Some(Ran::Again {
            why: "there is no account to give the number back to".to_owned(),
            after: Some(chrono::Duration::days(1)),
        }));
    };
    match twilio.release_number(&sid).await {
        Ok(_) => {
            ctx.desk.answered(Provider::Twilio, ctx.now());
            Ok(None)
        }
        Err(error) => Ok(Some(not_yet(ctx, &error))),
    }
}

/// Whatever the reason, the next run is an hour later: nobody waits for it.
fn not_yet(ctx: &Context, error: &Error) -> Ran {
    match error {
        Error::Refused { .. } => ctx.desk.answered(Provider::Twilio, ctx.now()),
        _ => ctx.desk.failed(Provider::Twilio, ctx.now()),
    }
    Ran::Again {
        why: error.to_string(),
        after: Some(chrono::Duration::hours(1)),
    }
}
