use crate::{Call, Client, Failure};
use gangway_domain::wire::{
    Accepted, ChangeEmail, ChangePassword, ConfirmSecondFactor, EmailConfirmed, FirstSetUp,
    Reauthenticate, RecoveryCodes, SecondFactor, SecondFactorSecret, Session, SignInWithCode,
    Token,
};

impl Client {
    /// The second step of a sign-in.
    pub async fn sign_in_with_code(&self, body: &SignInWithCode) -> Result<Session, Failure> {
        let call = Call::post("sign_in_with_code", "/public/v1/sessions/second-factor").json(body);
        Ok(self.signed_in_by(self.send(call).await?.read()?))
    }

    /// Proves who one is again.
    pub async fn reauthenticate(&self, body: &Reauthenticate) -> Result<(), Failure> {
        let call = Call::post("reauthenticate", "/api/v1/me/reauthenticate").json(body);
        self.send(call).await.map(|_| ())
    }

    /// Sets a new password.
    pub async fn change_password(&self, body: &ChangePassword) -> Result<(), Failure> {
        let call = Call::post("change_password", "/api/v1/me/password").json(body);
        self.send(call).await.map(|_| ())
    }

    /// Asks for another email address to sign in with.
    pub async fn change_email(&self, body: &ChangeEmail) -> Result<Accepted, Failure> {
        let call = Call::post("change_email", "/api/v1/me/email").json(body);
        self.send(call).await?.read()
    }

    /// Confirms a new email address by the mailed link.
    pub async fn confirm_email(&self, body: &Token) -> Result<EmailConfirmed, Failure> {
        let call = Call::post("confirm_email", "/public/v1/email-changes/confirm").json(body);
        self.send(call).await?.read()
    }

    /// How one's second factor stands.
    pub async fn read_second_factor(&self) -> Result<SecondFactor, Failure> {
        let call = Call::get("read_second_factor", "/api/v1/me/second-factor");
        self.send(call).await?.read()
    }

    /// Begins to set the second factor up.
    pub async fn set_up_second_factor(&self) -> Result<SecondFactorSecret, Failure> {
        let call = Call::post("set_up_second_factor", "/api/v1/me/second-factor/set-up");
        self.send(call).await?.read()
    }

    /// Switches the second factor on; the recovery codes are in this answer only.
    pub async fn confirm_second_factor(
        &self,
        body: &ConfirmSecondFactor,
    ) -> Result<RecoveryCodes, Failure> {
        let call = Call::post("confirm_second_factor", "/api/v1/me/second-factor/confirm");
        self.send(call.json(body)).await?.read()
    }

    /// Switches the second factor off.
    pub async fn switch_off_second_factor(&self) -> Result<(), Failure> {
        let path = "/api/v1/me/second-factor/switch-off";
        let call = Call::post("switch_off_second_factor", path);
        self.send(call).await.map(|_| ())
    }

    /// Makes new recovery codes; they are in this answer only.
    pub async fn renew_recovery_codes(&self) -> Result<RecoveryCodes, Failure> {
        let path = "/api/v1/me/second-factor/recovery-codes";
        let call = Call::post("renew_recovery_codes", path);
        self.send(call).await?.read()
    }

    /// Makes the first partner of an installation.
    pub async fn make_first_partner(&self, body: &FirstSetUp) -> Result<Session, Failure> {
        let call = Call::post("make_first_partner", "/public/v1/set-up").json(body);
        Ok(self.signed_in_by(self.send(call).await?.read()?))
    }
}
