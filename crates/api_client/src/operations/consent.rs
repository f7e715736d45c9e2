use crate::{Call, Client, Etag, Failure, IdempotencyKey, List, Tagged};
use gangway_domain::ids::{ClientId, QuickReplyId};
use gangway_domain::wire::{
    Consent, ConsentWording, EndConsent, Page, PutConsentWording, QuickReply, SaveQuickReply,
    TextingReadiness, TextingSettings, UpdateTextingSettings,
};
use http::Method;

const WORDING: &str = "/api/v1/clients/{id}/consent-wording";
const SETTINGS: &str = "/api/v1/clients/{id}/texting-settings";
const QUICK_REPLIES: &str = "/api/v1/clients/{id}/quick-replies";
const QUICK_REPLY: &str = "/api/v1/clients/{id}/quick-replies/{quick_reply_id}";

impl Client {
    /// Who agreed to be texted and who asked not to be.
    pub async fn list_consents(&self, id: ClientId, list: List) -> Result<Page<Consent>, Failure> {
        let call = Call::get("list_consents", "/api/v1/clients/{id}/consents").with(id);
        self.send(call.list(list)).await?.read()
    }

    /// The same as CSV, as far as the filter goes.
    pub async fn download_consents(&self, id: ClientId, list: List) -> Result<Vec<u8>, Failure> {
        let template = "/api/v1/clients/{id}/consents/download";
        let call = Call::get("download_consents", template).with(id);
        Ok(self.send(call.list(list)).await?.body)
    }

    /// Records that a customer asked, other than by text, not to be texted any more.
    pub async fn end_consent(
        &self,
        id: ClientId,
        body: &EndConsent,
        key: &IdempotencyKey,
    ) -> Result<Consent, Failure> {
        let call = Call::post("end_consent", "/api/v1/clients/{id}/consents/end").with(id);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// The words that customers agree to.
    pub async fn read_consent_wording(
        &self,
        id: ClientId,
    ) -> Result<Tagged<ConsentWording>, Failure> {
        let call = Call::get("read_consent_wording", WORDING).with(id);
        self.send(call).await?.read_tagged()
    }

    /// Writes a new version of them.
    pub async fn put_consent_wording(
        &self,
        id: ClientId,
        body: &PutConsentWording,
        etag: &Etag,
    ) -> Result<Tagged<ConsentWording>, Failure> {
        let call = Call::new("put_consent_wording", Method::PUT, WORDING).with(id);
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// What a client sets about texting.
    pub async fn read_texting_settings(
        &self,
        id: ClientId,
    ) -> Result<Tagged<TextingSettings>, Failure> {
        let call = Call::get("read_texting_settings", SETTINGS).with(id);
        self.send(call).await?.read_tagged()
    }

    /// Changes it.
    pub async fn update_texting_settings(
        &self,
        id: ClientId,
        body: &UpdateTextingSettings,
        etag: &Etag,
    ) -> Result<Tagged<TextingSettings>, Failure> {
        let call = Call::new("update_texting_settings", Method::PATCH, SETTINGS).with(id);
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// Whether a client has what carriers ask for.
    pub async fn read_texting_readiness(&self, id: ClientId) -> Result<TextingReadiness, Failure> {
        let template = "/api/v1/clients/{id}/texting-readiness";
        let call = Call::get("read_texting_readiness", template).with(id);
        self.send(call).await?.read()
    }

    /// A client's quick replies.
    pub async fn list_quick_replies(
        &self,
        id: ClientId,
        list: List,
    ) -> Result<Page<QuickReply>, Failure> {
        let call = Call::get("list_quick_replies", QUICK_REPLIES).with(id);
        self.send(call.list(list)).await?.read()
    }

    /// Makes one.
    pub async fn create_quick_reply(
        &self,
        id: ClientId,
        body: &SaveQuickReply,
        key: &IdempotencyKey,
    ) -> Result<QuickReply, Failure> {
        let call = Call::post("create_quick_reply", QUICK_REPLIES).with(id);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// One of them.
    pub async fn read_quick_reply(
        &self,
        id: ClientId,
        reply: QuickReplyId,
    ) -> Result<Tagged<QuickReply>, Failure> {
        let call = Call::get("read_quick_reply", QUICK_REPLY);
        self.send(call.with(id).with(reply)).await?.read_tagged()
    }

    /// Writes one anew.
    pub async fn change_quick_reply(
        &self,
        (id, reply): (ClientId, QuickReplyId),
        body: &SaveQuickReply,
        etag: &Etag,
    ) -> Result<Tagged<QuickReply>, Failure> {
        let call = Call::new("change_quick_reply", Method::PUT, QUICK_REPLY);
        let call = call.with(id).with(reply).json(body).if_match(etag);
        self.send(call).await?.read_tagged()
    }

    /// Deletes one.
    pub async fn delete_quick_reply(
        &self,
        (id, reply): (ClientId, QuickReplyId),
        etag: &Etag,
    ) -> Result<(), Failure> {
        let call = Call::new("delete_quick_reply", Method::DELETE, QUICK_REPLY);
        let call = call.with(id).with(reply).if_match(etag);
        self.send(call).await?;
        Ok(())
    }
}
