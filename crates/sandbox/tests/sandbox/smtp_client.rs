use std::net::SocketAddr;

use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpSocket;

/// A mail client that sends exactly what it is told.
pub struct SmtpClient {
    from: Box<dyn AsyncBufRead + Send + Unpin>,
    to: Box<dyn AsyncWrite + Send + Unpin>,
}

impl SmtpClient {
    /// Connects, reads the greeting and says EHLO.
    pub async fn greet(addr: SocketAddr) -> Self {
        let mut client = Self::connect(addr).await;
        let reply = client.say("EHLO test\r\n").await;
        assert!(
            reply.starts_with("250-") && reply.contains("SMTPUTF8"),
            "{reply}"
        );
        client
    }

    pub async fn connect(addr: SocketAddr) -> Self {
        let stream = TcpSocket::new_v4().unwrap().connect(addr).await.unwrap();
        let (from, to) = stream.into_split();
        let mut client = Self {
            from: Box::new(BufReader::new(from)),
            to: Box::new(to),
        };
        assert!(client.reply().await.starts_with("220 "));
        client
    }

    pub async fn write(&mut self, bytes: &[u8]) {
        self.to.write_all(bytes).await.unwrap();
        self.to.flush().await.unwrap();
    }

    /// One reply, all lines of it; empty when the server hung up.
    pub async fn reply(&mut self) -> String {
        let mut reply = String::new();
        loop {
            let before = reply.len();
            self.from.read_line(&mut reply).await.unwrap();
            let line = &reply[before..];
            if line.len() < 4 || line.as_bytes()[3] == b' ' {
                return reply;
            }
        }
    }

    pub async fn say(&mut self, text: &str) -> String {
        self.write(text.as_bytes()).await;
        self.reply().await
    }

    /// Says each line and checks the code of its reply.
    pub async fn talk(&mut self, lines: &[(&str, &str)]) {
        for (line, code) in lines {
            let reply = self.say(&format!("{line}\r\n")).await;
            assert!(reply.starts_with(code), "{line}: {reply}");
        }
    }

    /// Up to the 354 of DATA.
    pub async fn begin(&mut self) {
        self.talk(&[
            ("MAIL FROM:<a@sender.test>", "250"),
            ("RCPT TO:<b@there.test>", "250"),
            ("DATA", "354"),
        ])
        .await;
    }
}
