use std::io;
use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};

use super::LONGEST_MESSAGE;
use super::command::Command;
use super::data::Data;
use super::lines::{Line, PATIENCE, read_line};
use crate::mailbox::Envelope;
use crate::shared::Shared;

/// Recipients of one message.
const MOST_RECIPIENTS: usize = 1_000;
/// A client that goes on sending a message far over the limit is hung up on.
const LONGEST_BODY: usize = 4 * LONGEST_MESSAGE;

/// One connection.
pub(super) struct Session<S> {
    io: BufReader<S>,
    shared: Arc<Shared>,
    greeted: bool,
    authenticated_as: Option<String>,
    /// From MAIL until the message is there or given up.
    envelope: Option<Envelope>,
}

/// Serves a connection until the client quits or leaves.
pub(super) async fn serve<S>(stream: S, shared: Arc<Shared>) -> io::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut session = Session {
        io: BufReader::new(stream),
        shared,
        greeted: false,
        authenticated_as: None,
        envelope: None,
    };
    session.reply("220 sandbox.invalid ESMTP").await?;
    loop {
        match session.line().await? {
            Line::Whole(line) => match Command::parse(&line) {
                Ok(Command::Quit) => return session.reply("221 2.0.0 Bye").await,
                Ok(command) => session.obey(command).await?,
                Err(reply) => session.reply(reply).await?,
            },
            Line::TooLong => session.reply("500 5.5.2 The line is too long").await?,
            Line::Malformed => {
                session
                    .reply("500 5.5.2 Lines are text and end with CRLF")
                    .await?;
            }
            Line::Closed => return Ok(()),
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Session<S> {
    pub(super) async fn line(&mut self) -> io::Result<Line> {
        read_line(&mut self.io).await
    }

    pub(super) async fn reply(&mut self, text: &str) -> io::Result<()> {
        self.io.write_all(format!("{text}\r\n").as_bytes()).await?;
        self.io.flush().await
    }

    pub(super) fn signed_in(&mut self, user: String) {
        self.authenticated_as = Some(user);
    }

    async fn obey(&mut self, command: Command) -> io::Result<()> {
        match command {
            Command::Ehlo => {
                self.greet();
                let capabilities = format!(
                    "250-sandbox.invalid\r\n250-SIZE {LONGEST_MESSAGE}\r\n250-8BITMIME\r\n\
                     250-SMTPUTF8\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n\
                     250 AUTH PLAIN LOGIN"
                );
                self.reply(&capabilities).await
            }
            Command::Helo => {
                self.greet();
                self.reply("250 sandbox.invalid").await
            }
            Command::Mail { from, size } => {
                let reply = self.start(from, size);
                self.reply(reply).await
            }
            Command::Rcpt { to } => {
                let reply = self.add(to);
                self.reply(&reply).await
            }
            Command::Data => self.receive().await,
            Command::Rset => {
                self.envelope = None;
                self.reply("250 2.0.0 Forgotten").await
            }
            Command::Auth { .. } if !self.greeted => self.reply("503 5.5.1 Greet first").await,
            Command::Auth { .. } if self.authenticated_as.is_some() || self.envelope.is_some() => {
                self.reply("503 5.5.1 Not now").await
            }
            Command::Auth { mechanism, first } => self.authenticate(&mechanism, first).await,
            Command::Noop | Command::Quit => self.reply("250 2.0.0 Fine").await,
            Command::Verify => self.reply("252 2.1.5 Send and see").await,
            Command::Help => self.reply("214 2.0.0 See RFC 5321").await,
        }
    }

    fn greet(&mut self) {
        self.greeted = true;
        self.envelope = None;
    }

    fn start(&mut self, from: String, size: Option<usize>) -> &'static str {
        if !self.greeted {
            return "503 5.5.1 Greet first";
        }
        if self.envelope.is_some() {
            return "503 5.5.1 One message at a time";
        }
        if size.is_some_and(|size| size > LONGEST_MESSAGE) {
            return "552 5.3.4 The message is too long";
        }
        self.envelope = Some(Envelope {
            from,
            recipients: Vec::new(),
            authenticated_as: self.authenticated_as.clone(),
        });
        "250 2.1.0 Sender fine"
    }

    fn add(&mut self, to: String) -> String {
        let Some(envelope) = &mut self.envelope else {
            return "503 5.5.1 MAIL first".to_owned();
        };
        if envelope.recipients.len() >= MOST_RECIPIENTS {
            return "452 4.5.3 Too many recipients".to_owned();
        }
        if let Some(reply) = self.shared.mailbox().refusals.turn_away(&to) {
            return reply;
        }
        envelope.recipients.push(to);
        "250 2.1.5 Recipient fine".to_owned()
    }

    async fn receive(&mut self) -> io::Result<()> {
        let Some(envelope) = &self.envelope else {
            return self.reply("503 5.5.1 MAIL first").await;
        };
        if envelope.recipients.is_empty() {
            return self.reply("554 5.5.1 No recipients").await;
        }
        self.reply("354 End with a dot on a line of its own")
            .await?;
        let mut data = Data::new(LONGEST_MESSAGE);
        while !data.ended() {
            let chunk = tokio::time::timeout(PATIENCE, self.io.fill_buf()).await??;
            if chunk.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let taken = data.feed(chunk);
            self.io.consume(taken);
            if data.received() > LONGEST_BODY {
                self.reply("421 4.3.0 The message is far too long").await?;
                return Err(io::Error::other("a message without an end"));
            }
        }
        let envelope = self.envelope.take().unwrap_or_default();
        let Some(message) = data.message() else {
            return self.reply("552 5.3.4 The message is too long").await;
        };
        let at = self.shared.now();
        let id = self.shared.mailbox().receive(at, envelope, message);
        self.reply(&format!("250 2.0.0 Kept as mail {id}")).await
    }
}
