use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::lines::Line;
use super::session::Session;
use tokio::io::{AsyncRead, AsyncWrite};

impl<S: AsyncRead + AsyncWrite + Unpin> Session<S> {
    /// Signs in whoever asks, noting the name and not the password.
    pub(super) async fn authenticate(
        &mut self,
        mechanism: &str,
        first: Option<String>,
    ) -> io::Result<()> {
        let user = if mechanism == "PLAIN" {
            let answer = self.asked("", first).await?;
            // Authorization identity, name and password, with NUL between them.
            answer.and_then(|text| text.split('\0').nth(1).map(str::to_owned))
        } else {
            let user = self.asked("Username:", first).await?;
            match user {
                Some(user) => self.asked("Password:", None).await?.map(|_| user),
                None => None,
            }
        };
        match user.filter(|user| !user.is_empty()) {
            Some(user) => {
                self.signed_in(user);
                self.reply("235 2.7.0 Welcome").await
            }
            None => self.reply("501 5.5.2 Not understood").await,
        }
    }

    /// What the client says, asked for unless it said it already. `None` when it calls off or says
    /// what is no base64.
    async fn asked(&mut self, question: &str, said: Option<String>) -> io::Result<Option<String>> {
        let said = if let Some(said) = said {
            said
        } else {
            self.reply(&format!("334 {}", STANDARD.encode(question)))
                .await?;
            match self.line().await? {
                Line::Whole(line) => line,
                _ => return Ok(None),
            }
        };
        let said = if said == "=" { "" } else { said.as_str() };
        Ok(STANDARD
            .decode(said)
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok()))
    }
}
