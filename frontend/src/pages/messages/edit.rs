//! Marking and moving conversations. What came meanwhile does not stand against it.

use gangway_api_client::{Client, Failure, Tagged};
use gangway_domain::ids::{ClientId, ConversationId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Conversation, UpdateConversation};

const TRIES: u32 = 4;

/// Changes a conversation whatever its version is: for what nobody types, such as that it was read.
pub async fn edit(
    api: &Client,
    client: ClientId,
    id: ConversationId,
    body: &UpdateConversation,
) -> Result<Tagged<Conversation>, Failure> {
    let mut tries = 0;
    loop {
        tries += 1;
        let now = api.read_conversation(client, id).await?;
        match api.update_conversation(client, id, body, &now.etag).await {
            Err(failure) if failure.is(ProblemCode::Stale) && tries < TRIES => {}
            answer => return answer,
        }
    }
}
