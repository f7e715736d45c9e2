//! Programs that invite people and order numbers, and ask again while they have no answer.

use super::books::{Books, Deed};
use super::dice::Dice;
use super::stage::{Caller, Stage};
use gangway_api_client::{Client, Failure, IdempotencyKey};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::SendInvite;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A caller hangs up after so long.
const PATIENCE: Duration = Duration::from_secs(5);
/// One deed in so many is a number, as long as there are clients without one.
const NUMBERS: u64 = 8;
/// Tries of a deed after which a caller goes away for good.
const TRIES: usize = 60;

/// Acts until all is over; then makes the last deed known.
pub async fn call(
    stage: &Stage,
    caller: &Caller,
    books: &Books,
    over: &AtomicBool,
    mut dice: Dice,
) {
    let mut clients = caller.clients.iter();
    let mut invited = 0;
    while !over.load(Ordering::SeqCst) {
        let client = if dice.between(0, NUMBERS) == 0 {
            clients.next()
        } else {
            None
        };
        let deed = match client {
            Some(client) => Deed::Number(*client),
            None => {
                invited += 1;
                Deed::Invite(format!("t{}x{invited}@client.example", caller.number))
            }
        };
        // Some go away after the first failure and never learn what came of it.
        let tries = if dice.between(0, 5) == 0 { 1 } else { TRIES };
        act(stage, caller, books, &deed, tries, &mut dice).await;
        tokio::time::sleep(dice.ms(50, 400)).await;
    }
}

async fn act(
    stage: &Stage,
    caller: &Caller,
    books: &Books,
    deed: &Deed,
    tries: usize,
    dice: &mut Dice,
) {
    let key = IdempotencyKey::new(format!("deed-{deed:?}").replace([' ', '"'], ""));
    books.asked(deed);
    for _ in 0..tries {
        let bases = stage.bases();
        if !bases.is_empty() {
            let api = Client::new(dice.one_of::<String>(&bases));
            api.use_access_token(caller.key.clone());
            match tokio::time::timeout(PATIENCE, ask(&api, deed, &key)).await {
                Ok(Ok(())) => return books.told(deed),
                Ok(Err(failure)) if failure.is(ProblemCode::TooManyRequests) => {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                    return;
                }
                Ok(Err(Failure::Problem(problem)))
                    if problem.status < 500 && problem.status != 409 =>
                {
                    panic!("{deed:?}: {problem:?}");
                }
                Ok(Err(_)) | Err(_) => {}
            }
        }
        tokio::time::sleep(dice.ms(100, 600)).await;
    }
}

async fn ask(api: &Client, deed: &Deed, key: &IdempotencyKey) -> Result<(), Failure> {
    match deed {
        Deed::Invite(email) => {
            let body = SendInvite {
                email: email.clone(),
            };
            api.send_invite(&body, key).await.map(drop)
        }
        Deed::Number(client) => api.order_sms_number(*client, key).await.map(drop),
    }
}
