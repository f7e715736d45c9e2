use crate::{Call, Client, Failure, IdempotencyKey, List};
use gangway_domain::ids::{InviteId, PartnerLinkId};
use gangway_domain::wire::{
    AcceptInvite, Accepted, CopiedLink, Invite, InviteLink, Page, PartnerLink, PartnerLinkPage,
    SaveInviteDraft, SendInvite, Session, Token, UsePartnerLink,
};
use http::Method;

impl Client {
    /// What an invitation's link opens. Looking changes nothing.
    pub async fn look_up_invite(&self, body: &Token) -> Result<InviteLink, Failure> {
        self.send(Call::post("look_up_invite", "/public/v1/invites/look-up").json(body))
            .await?
            .read()
    }

    /// Says that the invited person has begun.
    pub async fn mark_invite_opened(&self, body: &Token) -> Result<(), Failure> {
        let call = Call::post("mark_invite_opened", "/public/v1/invites/opened").json(body);
        self.send(call).await.map(|_| ())
    }

    /// Saves the names typed on an invitation's page.
    pub async fn save_invite_draft(&self, body: &SaveInviteDraft) -> Result<(), Failure> {
        let template = "/public/v1/invites/draft";
        let call = Call::new("save_invite_draft", Method::PATCH, template).json(body);
        self.send(call).await.map(|_| ())
    }

    /// Accepts an invitation as a new person, and signs in.
    pub async fn accept_invite(
        &self,
        body: &AcceptInvite,
        key: &IdempotencyKey,
    ) -> Result<Session, Failure> {
        let call = Call::post("accept_invite", "/public/v1/invites/accept")
            .json(body)
            .key(key);
        Ok(self.signed_in_by(self.send(call).await?.read()?))
    }

    /// Mails a new link to the address of an expired one.
    pub async fn renew_invite(
        &self,
        body: &Token,
        key: &IdempotencyKey,
    ) -> Result<Accepted, Failure> {
        let call = Call::post("renew_invite", "/public/v1/invites/renew")
            .json(body)
            .key(key);
        self.send(call).await?.read()
    }

    /// What a partner's shareable link opens.
    pub async fn look_up_partner_link(&self, body: &Token) -> Result<PartnerLinkPage, Failure> {
        let call = Call::post("look_up_partner_link", "/public/v1/partner-links/look-up");
        self.send(call.json(body)).await?.read()
    }

    /// Mails a personal link.
    pub async fn use_partner_link(
        &self,
        body: &UsePartnerLink,
        key: &IdempotencyKey,
    ) -> Result<Accepted, Failure> {
        let call = Call::post("use_partner_link", "/public/v1/partner-links/use");
        self.send(call.json(body).key(key)).await?.read()
    }

    /// The invitations one may see, newest first.
    pub async fn list_invites(&self, list: List) -> Result<Page<Invite>, Failure> {
        self.send(Call::get("list_invites", "/api/v1/invites").list(list))
            .await?
            .read()
    }

    /// Invites a new client by email.
    pub async fn send_invite(
        &self,
        body: &SendInvite,
        key: &IdempotencyKey,
    ) -> Result<Invite, Failure> {
        self.send(
            Call::post("send_invite", "/api/v1/invites")
                .json(body)
                .key(key),
        )
        .await?
        .read()
    }

    /// One invitation.
    pub async fn read_invite(&self, id: InviteId) -> Result<Invite, Failure> {
        self.send(Call::get("read_invite", "/api/v1/invites/{id}").with(id))
            .await?
            .read()
    }

    /// Mails a new link; the older one stops working.
    pub async fn resend_invite(
        &self,
        id: InviteId,
        key: &IdempotencyKey,
    ) -> Result<Invite, Failure> {
        let call = Call::post("resend_invite", "/api/v1/invites/{id}/resend")
            .with(id)
            .key(key);
        self.send(call).await?.read()
    }

    /// Takes an invitation back.
    pub async fn revoke_invite(&self, id: InviteId) -> Result<Invite, Failure> {
        let call = Call::post("revoke_invite", "/api/v1/invites/{id}/revoke").with(id);
        self.send(call).await?.read()
    }

    /// The invitation's link, to hand over by other means.
    pub async fn copy_invite_link(&self, id: InviteId) -> Result<CopiedLink, Failure> {
        let call = Call::post("copy_invite_link", "/api/v1/invites/{id}/link").with(id);
        self.send(call).await?.read()
    }

    /// The partner's shareable links.
    pub async fn list_partner_links(&self, list: List) -> Result<Page<PartnerLink>, Failure> {
        self.send(Call::get("list_partner_links", "/api/v1/partner-links").list(list))
            .await?
            .read()
    }

    /// Makes a shareable link.
    pub async fn make_partner_link(&self, key: &IdempotencyKey) -> Result<PartnerLink, Failure> {
        self.send(Call::post("make_partner_link", "/api/v1/partner-links").key(key))
            .await?
            .read()
    }

    /// Takes a shareable link back.
    pub async fn revoke_partner_link(&self, id: PartnerLinkId) -> Result<PartnerLink, Failure> {
        let call = Call::post("revoke_partner_link", "/api/v1/partner-links/{id}/revoke").with(id);
        self.send(call).await?.read()
    }
}
