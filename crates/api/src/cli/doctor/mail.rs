use lettre::{
    AsyncSmtpTransport, Tokio1Executor, transport::smtp::Error,
    transport::smtp::authentication::Credentials,
};
use secrecy::ExposeSecret as _;

use super::{Fail, Fine, Found, PATIENCE, Warn};
use crate::config::{Config, MailTls};

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// Connects, says EHLO, and signs in where there is a user.
pub async fn check(config: &Config) -> Found {
    let mail = &config.mail;
    let server = format!("{} port {}", mail.host, mail.port);
    let tested = async { transport(config)?.test_connection().await };
    match tokio::time::timeout(PATIENCE, tested).await {
        Ok(Ok(true)) => Fine(format!("{server} answers")),
        _ if config.sandbox.is_some() => Warn(format!(
            "{server} does not answer; the sandbox's answers while gangway serve runs"
        )),
        Ok(Ok(false)) => Fail(format!("{server} answers, but not as a mail server")),
        Ok(Err(error)) => Fail(format!("{server}: {error}; see GANGWAY_SMTP_*")),
        Err(_) => Fail(format!(
            "{server} does not answer; see GANGWAY_SMTP_HOST and _PORT"
        )),
    }
}

fn transport(config: &Config) -> Result<Transport, Error> {
    let mail = &config.mail;
    let builder = match mail.tls {
        MailTls::None => Transport::builder_dangerous(&mail.host),
        MailTls::Starttls => Transport::starttls_relay(&mail.host)?,
        MailTls::Tls => Transport::relay(&mail.host)?,
    };
    let builder = builder.port(mail.port).timeout(Some(PATIENCE));
    Ok(match &mail.login {
        Some((user, password)) => {
            let password = password.expose_secret().to_owned();
            builder
                .credentials(Credentials::new(user.clone(), password))
                .build()
        }
        None => builder.build(),
    })
}
