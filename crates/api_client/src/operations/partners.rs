use crate::{Call, Client, Etag, Failure, IdempotencyKey, Opened, Tagged};
use gangway_domain::wire::{
    Accepted, Checklist, ConfirmSignUp, Partner, SignUp, SignUpLink, Token, UpdatePartner,
};
use http::Method;

impl Client {
    /// Signs a partner up; what follows comes by mail.
    pub async fn sign_up(&self, body: &SignUp, key: &IdempotencyKey) -> Result<Accepted, Failure> {
        self.send(
            Call::post("sign_up", "/public/v1/sign-ups")
                .json(body)
                .key(key),
        )
        .await?
        .read()
    }

    /// What a sign-up link is for. Looking changes nothing.
    pub async fn look_up_sign_up(&self, body: &Token) -> Result<SignUpLink, Failure> {
        self.send(Call::post("look_up_sign_up", "/public/v1/sign-ups/look-up").json(body))
            .await?
            .read()
    }

    /// Makes the partner and its owner, and signs in.
    pub async fn confirm_sign_up(
        &self,
        body: &ConfirmSignUp,
        key: &IdempotencyKey,
    ) -> Result<Opened, Failure> {
        let call = Call::post("confirm_sign_up", "/public/v1/sign-ups/confirm")
            .json(body)
            .key(key);
        self.opened_by(self.send(call).await?)
    }

    /// The partner one acts at.
    pub async fn read_partner(&self) -> Result<Tagged<Partner>, Failure> {
        self.send(Call::get("read_partner", "/api/v1/partner"))
            .await?
            .read_tagged()
    }

    /// Changes the partner's settings.
    pub async fn update_partner(
        &self,
        body: &UpdatePartner,
        etag: &Etag,
    ) -> Result<Tagged<Partner>, Failure> {
        let call = Call::new("update_partner", Method::PATCH, "/api/v1/partner");
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// What the partner sets up first.
    pub async fn read_checklist(&self) -> Result<Checklist, Failure> {
        self.send(Call::get("read_checklist", "/api/v1/checklist"))
            .await?
            .read()
    }
}
