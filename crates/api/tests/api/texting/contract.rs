//! What the product asks of Twilio, against Twilio's own document.

use super::{order, ready};
use crate::support::{World, corpora};
use gangway_sandbox::{Fault, FaultKind};

#[tokio::test]
async fn every_call_that_buys_a_number_is_as_twilio_s_document_wants_it() {
    let Some(contract) = corpora::twilio_contract() else {
        return;
    };
    let world = World::start().await;
    let jane = ready(&world).await;
    let fault = Fault::times(1, FaultKind::DropAfterEffect).on("POST", "IncomingPhoneNumbers");
    world.sandbox().twilio().fault(fault);
    order(&jane).await;
    super::later(&world).await;
    let mut made = Vec::new();
    for seen in world.sandbox().twilio().requests() {
        assert_eq!(contract.differences(&seen), Vec::<String>::new());
        made.extend(
            contract
                .operation(&seen.method, &seen.path)
                .map(str::to_owned),
        );
    }
    for name in [
        "ListAvailablePhoneNumberLocal",
        "CreateIncomingPhoneNumber",
        "ListIncomingPhoneNumber",
    ] {
        assert!(made.iter().any(|made| made == name), "{name} of {made:?}");
    }
}
