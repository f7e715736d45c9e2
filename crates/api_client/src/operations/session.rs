use crate::{Call, Client, Failure, IdempotencyKey};
use gangway_domain::wire::{
    Accepted, ConfirmPasswordReset, Me, PublicSettings, RequestPasswordReset, Session, SignIn,
    Token,
};

impl Client {
    /// Signs in by email and password.
    pub async fn sign_in(&self, body: &SignIn) -> Result<Session, Failure> {
        let call = Call::post("sign_in", "/public/v1/sessions").json(body);
        Ok(self.signed_in_by(self.send(call).await?.read()?))
    }

    /// Ends the session, here and at the server.
    pub async fn sign_out(&self) -> Result<(), Failure> {
        let call = Call::post("sign_out", "/public/v1/sessions/sign-out");
        self.send(call).await?;
        self.forget();
        Ok(())
    }

    /// Mails a link to set a new password; the answer is the same for every address.
    pub async fn request_password_reset(
        &self,
        body: &RequestPasswordReset,
        key: &IdempotencyKey,
    ) -> Result<Accepted, Failure> {
        let call = Call::post("request_password_reset", "/public/v1/password-resets");
        self.send(call.json(body).key(key)).await?.read()
    }

    /// Sets a new password by the mailed link.
    pub async fn confirm_password_reset(&self, body: &ConfirmPasswordReset) -> Result<(), Failure> {
        let call = Call::post(
            "confirm_password_reset",
            "/public/v1/password-resets/confirm",
        );
        self.send(call.json(body)).await.map(|_| ())
    }

    /// What the sign-in page needs to know about this installation.
    pub async fn read_public_settings(&self) -> Result<PublicSettings, Failure> {
        self.send(Call::get("read_public_settings", "/public/v1/settings"))
            .await?
            .read()
    }

    /// Who is signed in, and where.
    pub async fn read_me(&self) -> Result<Me, Failure> {
        self.send(Call::get("read_me", "/api/v1/me")).await?.read()
    }

    /// Accepts an invitation with the account one is signed in to, and acts at its place from now on.
    pub async fn accept_invite_as_me(&self, body: &Token) -> Result<Session, Failure> {
        let call = Call::post("accept_invite_as_me", "/api/v1/me/invites/accept").json(body);
        Ok(self.signed_in_by(self.send(call).await?.read()?))
    }
}
