use super::compose::compose;
use super::delivery::Stage;
use super::{Delivery, Outgoing, Settings, SettingsError, Tls};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use lettre::{Address, Message};
use secrecy::ExposeSecret as _;
use std::fmt::Display;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Hands mail to the configured server: one connection a mail, nothing kept between two.
///
/// Connections are made side by side; mails are handed over in turn. Whatever ends the process, one mail
/// at most was taken by the server and is not yet known to be: that one goes again.
#[derive(Clone)]
pub struct Mailer {
    turn: Arc<Semaphore>,
    settings: Settings,
    sender: Address,
    hello: ClientId,
    tls: TlsParameters,
}

/// The turn of a mail. The next one is handed over when this is dropped: once it is written down what
/// became of the mail.
#[derive(Debug, Default)]
pub struct Turn(Option<OwnedSemaphorePermit>);

/// What became of a mail, and its turn.
#[derive(Debug)]
pub struct Sent {
    /// How it ended.
    pub delivery: Delivery,
    /// Until that is written down.
    pub turn: Turn,
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
            turn: Arc::new(Semaphore::new(1)),
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

    /// Tries once, within the configured time; waiting for its turn does not count.
    ///
    /// After a lost connection the server may have the mail all the same: the next try then sends
    /// it again under the same `Message-ID`.
    pub async fn send(&self, outgoing: &Outgoing) -> Sent {
        let mut turn = Turn::default();
        let delivery = match self.try_send(outgoing, &mut turn).await {
            Ok(server_said) => Delivery::Accepted { server_said },
            Err(delivery) => delivery,
        };
        Sent { delivery, turn }
    }

    async fn try_send(&self, outgoing: &Outgoing, turn: &mut Turn) -> Result<String, Delivery> {
        let message = compose(outgoing, &self.sender, &self.settings.sender_name)
            .map_err(|error| Delivery::not_written(&error))?;
        let mut connection = self.in_time(self.signed_in()).await?;
        // It is never closed.
        turn.0 = Arc::clone(&self.turn).acquire_owned().await.ok();
        let answer = self.in_time(hand_over(&mut connection, &message)).await?;
        self.part(connection);
        let said: Vec<&str> = answer.message().collect();
        Ok(super::clean::one_line(&said.join(" "), 200))
    }

    async fn in_time<T>(&self, step: impl Future<Output = Step<T>>) -> Result<T, Delivery> {
        match tokio::time::timeout(self.settings.timeout, step).await {
            Err(_) => Err(Delivery::too_slow()),
            Ok(Err((stage, error))) => Err(Delivery::failed(stage, &error)),
            Ok(Ok(done)) => Ok(done),
        }
    }

    async fn signed_in(&self) -> Step<AsyncSmtpConnection> {
        let mut connection = self.connect().await.map_err(|e| (Stage::Connect, e))?;
        if let Some(credentials) = self.credentials() {
            connection
                .auth(DEFAULT_MECHANISMS, &credentials)
                .await
                .map_err(|e| (Stage::SignIn, e))?;
        }
        Ok(connection)
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

async fn hand_over(connection: &mut AsyncSmtpConnection, message: &Message) -> Step<Response> {
    connection
        .send(message.envelope(), &message.formatted())
        .await
        .map_err(|e| (Stage::HandOver, e))
}
