use crate::{Call, Client, Etag, Failure, IdempotencyKey, List, Tagged};
use gangway_domain::ids::{ClientId, ConversationId, MessageId};
use gangway_domain::wire::{
    Conversation, Message, Page, ResendMessage, SendMessage, UpdateConversation,
};
use http::Method;

const CONVERSATION: &str = "/api/v1/clients/{id}/conversations/{conversation_id}";

impl Client {
    /// A client's conversations; the filters are `archived` and `unread`.
    pub async fn list_conversations(
        &self,
        client: ClientId,
        list: List,
    ) -> Result<Page<Conversation>, Failure> {
        let call = Call::get("list_conversations", "/api/v1/clients/{id}/conversations");
        self.send(call.with(client).list(list)).await?.read()
    }

    /// One conversation.
    pub async fn read_conversation(
        &self,
        client: ClientId,
        id: ConversationId,
    ) -> Result<Tagged<Conversation>, Failure> {
        let call = Call::get("read_conversation", CONVERSATION);
        self.send(call.with(client).with(id)).await?.read_tagged()
    }

    /// Names it, notes on it, marks it read or unread, archives it or brings it back.
    pub async fn update_conversation(
        &self,
        client: ClientId,
        id: ConversationId,
        body: &UpdateConversation,
        etag: &Etag,
    ) -> Result<Tagged<Conversation>, Failure> {
        let call = Call::new("update_conversation", Method::PATCH, CONVERSATION);
        let call = call.with(client).with(id).json(body).if_match(etag);
        self.send(call).await?.read_tagged()
    }

    /// The texts of a conversation, newest first.
    pub async fn list_messages(
        &self,
        client: ClientId,
        id: ConversationId,
        list: List,
    ) -> Result<Page<Message>, Failure> {
        let path = "/api/v1/clients/{id}/conversations/{conversation_id}/messages";
        let call = Call::get("list_messages", path).with(client).with(id);
        self.send(call.list(list)).await?.read()
    }

    /// A conversation as a file, `text` or `csv`.
    pub async fn download_conversation(
        &self,
        client: ClientId,
        id: ConversationId,
        format: &str,
    ) -> Result<Vec<u8>, Failure> {
        let path = "/api/v1/clients/{id}/conversations/{conversation_id}/download";
        let call = Call::get("download_conversation", path)
            .with(client)
            .with(id);
        let list = List {
            filters: vec![("format", format.to_owned())],
            ..List::default()
        };
        Ok(self.send(call.list(list)).await?.body)
    }

    /// Sends a text.
    pub async fn send_message(
        &self,
        client: ClientId,
        body: &SendMessage,
        key: &IdempotencyKey,
    ) -> Result<Message, Failure> {
        let call = Call::post("send_message", "/api/v1/clients/{id}/messages").with(client);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// Sends a text again that did not arrive.
    pub async fn resend_message(
        &self,
        client: ClientId,
        id: MessageId,
        body: &ResendMessage,
        key: &IdempotencyKey,
    ) -> Result<Message, Failure> {
        let path = "/api/v1/clients/{id}/messages/{message_id}/resend";
        let call = Call::post("resend_message", path).with(client).with(id);
        self.send(call.json(body).key(key)).await?.read()
    }
}
