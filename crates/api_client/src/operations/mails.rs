use crate::{Call, Client, Failure, IdempotencyKey};
use gangway_domain::ids::MailId;
use gangway_domain::wire::{Mail, SendTestEmail};

impl Client {
    /// Sends a test email; read the mail for its result.
    pub async fn send_test_email(
        &self,
        body: &SendTestEmail,
        key: &IdempotencyKey,
    ) -> Result<Mail, Failure> {
        let call = Call::post("send_test_email", "/api/v1/test-emails")
            .json(body)
            .key(key);
        self.send(call).await?.read()
    }

    /// One outgoing mail.
    pub async fn read_mail(&self, id: MailId) -> Result<Mail, Failure> {
        self.send(Call::get("read_mail", "/api/v1/mails/{id}").with(id))
            .await?
            .read()
    }
}
