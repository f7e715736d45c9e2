//! The stream: what happens is told at once, to those who may know, and nothing is missed.

mod ending;
mod instances;
mod read_stream;
mod rights;

use crate::support::{ClientUser, Staff, World};
use gangway::context::Context;
use gangway::events::{self, Event};
use gangway_api_client::{Client, EventStream, Told};
use gangway_domain::ids::{ClientId, ConversationId, MessageId, PartnerId};
use gangway_domain::wire::StreamEvent;
use serde_json::json;
use std::time::Duration;

/// Longer than anything here takes, on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(20);

/// Follows from now on.
async fn follow(api: &Client) -> EventStream {
    api.read_stream(None).await.expect("a stream")
}

/// The next event.
async fn next(stream: &mut EventStream) -> StreamEvent {
    let told = async {
        loop {
            match stream.next().await {
                Some(Told::Event(event)) => return event,
                Some(Told::Beat) => {}
                None => panic!("the stream ended"),
            }
        }
    };
    let told = tokio::time::timeout(PATIENCE, told).await;
    told.expect("an event in time")
}

/// Reads until the stream ends; gives what came before.
async fn rest(stream: &mut EventStream) -> Vec<StreamEvent> {
    let mut events = Vec::new();
    let read = async {
        while let Some(told) = stream.next().await {
            if let Told::Event(event) = told {
                events.push(event);
            }
        }
    };
    let ended = tokio::time::timeout(PATIENCE, read).await;
    ended.expect("the stream ends");
    events
}

/// A text comes in at a client: its event, as the server records it.
async fn text_in(
    ctx: &Context,
    partner: PartnerId,
    client: ClientId,
) -> (MessageId, ConversationId) {
    let (message, conversation): (MessageId, ConversationId) = (ctx.new_id(), ctx.new_id());
    let event = Event::of("message.received", message)
        .at(partner)
        .about(client)
        .with(json!({ "conversation_id": conversation }));
    let tx = ctx.db.begin().await.expect("begins");
    events::record(ctx, &tx, event).await.expect("records");
    tx.commit().await.expect("commits");
    (message, conversation)
}

/// A partner, and two of its clients.
async fn two_clients(world: &World) -> (Staff, ClientUser, ClientUser) {
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let joe = world.client_of(&owner, "joe@other.example").await;
    (owner, jane, joe)
}
