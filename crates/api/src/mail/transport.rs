use super::compose::compose;
use super::delivery::Stage;
use super::{Delivery, Outgoing, Settings, SettingsError, Tls};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, Message};
use secrecy::ExposeSecret as _;
use std::fmt::Display;

/// Hands mail to the configured server: one connection a mail, nothing kept between two.
#[derive(Clone)]
pub struct Mailer {
    settings: Settings,
    sender: Address,
    hello: ClientId,
    tls: TlsParameters,
}

type Step<T> = Result<T, (Stage, Error)>;

impl Mailer {
    /// Checks the settings; does not connect.
    pub fn new(settings: &Settings) -> Result<Self, SettingsError> {
        Self::trusting(settings, TlsParameters::new(settings.host.clone())?)
    }

    pub(super) fn trusting(settings: &Settings, tls: TlsParameters) -> Result<Self, SettingsError> {
        let sender: Address = settings
            .sender_address
            .parse()
            .map_err(|_| SettingsError::SenderAddress)?;
        Ok(Self {
            settings: settings.clone(),
            hello: ClientId::Domain(sender.domain().to_owned()),
            sender,
            tls,
        })
    }

    /// The `Message-ID` of the mail with this id: the same at every try, so that a mail sent
    /// twice can be told from two mails.
    pub fn message_id(&self, mail_id: impl Display) -> String {
        format!("<{mail_id}@{}>", self.sender.domain())
    }

    /// Tries once, within the configured time.
    ///
    /// After a lost connection the server may have the mail all the same: the next try then sends
    /// it again under the same `Message-ID`.
    pub async fn send(&self, outgoing: &Outgoing) -> Delivery {
        let message = match compose(outgoing, &self.sender, &self.settings.sender_name) {
            Ok(message) => message,
            Err(error) => return Delivery::not_written(&error),
        };
        match tokio::time::timeout(self.settings.timeout, self.deliver(&message)).await {
            Err(_) => Delivery::too_slow(),
            Ok(Err((stage, error))) => Delivery::failed(stage, &error),
            Ok(Ok(server_said)) => Delivery::Accepted { server_said },
        }
    }

    async fn deliver(&self, message: &Message) -> Step<String> {
        let mut connection = self.connect().await.map_err(|e| (Stage::Connect, e))?;
        if let Some(credentials) = self.credentials() {
            connection
                .auth(DEFAULT_MECHANISMS, &credentials)
                .await
                .map_err(|e| (Stage::SignIn, e))?;
        }
        let answer = connection
            .send(message.envelope(), &message.formatted())
            .await
            .map_err(|e| (Stage::HandOver, e))?;
        self.part(connection);
        let said: Vec<&str> = answer.message().collect();
        Ok(super::clean::one_line(&said.join(" "), 200))
    }

    /// Says goodbye. Taken over is taken over, whatever the server answers to it, and however late:
    /// nobody waits for it.
    fn part(&self, mut connection: AsyncSmtpConnection) {
        let patience = self.settings.timeout;
        tokio::spawn(async move { tokio::time::timeout(patience, connection.quit()).await });
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let settings = &self.settings;
        let server = (settings.host.as_str(), settings.port);
        let from_the_start = (settings.tls == Tls::Tls).then(|| self.tls.clone());
        let timeout = Some(settings.timeout);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, timeout, &self.hello, from_the_start, None)
                .await?;
        if settings.tls == Tls::Starttls {
            connection.starttls(self.tls.clone(), &self.hello).await?;
        }
        Ok(connection)
    }

    fn credentials(&self) -> Option<Credentials> {
        let user = self.settings.user.clone()?;
        let password = self.settings.password.as_ref()?.expose_secret().to_owned();
        Some(Credentials::new(user, password))
    }
}
