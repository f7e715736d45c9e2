//! What handlers and jobs are given, made from the settings.

use super::Surroundings;
use crate::background::Background;
use crate::blocklist::Blocklist;
use crate::config::{Config, MailTls, SecretKey, TwilioAccount};
use crate::context::{Context, Parts};
use crate::db::Database;
use crate::files::{Intake, Objects};
use crate::keys::Keys;
use crate::limits::KeyRequests;
use crate::mail::{Mailer, Settings as MailSettings, Tls};
use crate::outgoing::{Bounds, Outgoing};
use crate::passwords::Hasher;
use crate::stream::Streams;
use crate::{application, installation, jobs};
use anyhow::Context as _;
use std::time::Duration;

/// The context without a server, for the command line and for tests.
pub async fn context(config: Config, around: Surroundings) -> anyhow::Result<Context> {
    let secret = config.secrets.load_or_make()?;
    let signing = &config.signing_keys;
    let keys = Keys::derive(secret.bytes()).signing_by(
        signing.current.as_ref().map(SecretKey::bytes),
        signing.previous.as_ref().map(SecretKey::bytes),
    );
    let blocklist = blocklist(&config).await?;
    let db = Database::open(&config)
        .await
        .context("the database cannot be opened")?;
    let outgoing = match around.roads {
        Some(roads) => Outgoing::on_roads(&config, around.attempts, roads, Bounds::default())?,
        None => Outgoing::new(&config, around.attempts)?,
    };
    let twilio = match &config.twilio.account {
        Some(account) => Some(twilio_client(&config, account, &outgoing)?),
        None => None,
    };
    let objects = Objects::open(&config.files, &outgoing)?;
    let mailer = Mailer::new(&mail_settings(&config))?;
    let hasher = Hasher::new(around.chance.as_ref())?;
    Ok(Context::new(Parts {
        config,
        db,
        clock: around.clock,
        chance: around.chance,
        keys,
        hasher,
        mailer,
        outgoing,
        twilio,
        blocklist,
        key_requests: KeyRequests::default(),
        objects,
        intake: Intake::default(),
        job_bell: tokio::sync::Notify::new(),
        background: Background::start()?,
        desk: jobs::Desk::default(),
        streams: Streams::default(),
        recent_widgets: application::RecentWidgets::default(),
        calls: installation::Calls::default(),
    }))
}

/// Opens the list of stolen passwords; the first time that reads the whole of it.
async fn blocklist(config: &Config) -> anyhow::Result<Option<Blocklist>> {
    let Some(list) = config.passwords.blocklist.clone() else {
        return Ok(None);
    };
    let data_dir = config.server.data_dir.clone();
    let opened = tokio::task::spawn_blocking(move || Blocklist::open(&list, &data_dir));
    opened.await?.map(Some)
}

/// Calls Twilio as this account.
pub(crate) fn twilio_client(
    config: &Config,
    account: &TwilioAccount,
    outgoing: &Outgoing,
) -> anyhow::Result<gangway_twilio::Client> {
    let auth = match &account.api_key {
        Some((sid, secret)) => gangway_twilio::Auth::api_key(sid.clone(), secret.clone()),
        None => gangway_twilio::Auth::token(account.sid.clone(), account.auth_token.clone()),
    };
    let base = config.twilio.base_url.clone();
    Ok(gangway_twilio::Client::new(
        outgoing.provider_client(),
        base,
        account.sid.clone(),
        auth,
    )?)
}

fn mail_settings(config: &Config) -> MailSettings {
    let mail = &config.mail;
    let (user, password) = mail.login.clone().unzip();
    MailSettings {
        host: mail.host.clone(),
        port: mail.port,
        tls: match mail.tls {
            MailTls::None => Tls::None,
            MailTls::Starttls => Tls::Starttls,
            MailTls::Tls => Tls::Tls,
        },
        user,
        password,
        sender_address: mail.sender.email.to_string(),
        sender_name: mail
            .sender
            .name
            .clone()
            .unwrap_or_else(|| "Gangway".to_owned()),
        timeout: Duration::from_secs(30),
    }
}
