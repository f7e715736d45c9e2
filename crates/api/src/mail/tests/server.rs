use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader, split,
};
use tokio::net::TcpListener;

/// What the server answers instead of the usual: first words of a command (`GREETING` and
/// `CONTENT` too) and the whole answer. `HANG` says nothing more, `DROP` closes.
pub type Script = &'static [(&'static str, &'static str)];

/// An SMTP server in some forty lines that notes every byte it gets.
pub struct Server {
    pub address: SocketAddr,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Clone, Default)]
pub struct Seen {
    /// Command lines, without their ends.
    pub commands: Vec<String>,
    /// Messages as they came over the wire, dot-stuffed, without the final dot.
    pub contents: Vec<String>,
}

impl Server {
    pub async fn start(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let noted = seen.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, script, noted.clone()));
            }
        });
        Self { address, seen }
    }

    pub fn seen(&self) -> Seen {
        self.seen.lock().unwrap().clone()
    }

    /// What it has seen once it was said goodbye, for which nobody waits.
    pub async fn seen_to_the_end(&self) -> Seen {
        let is_over = |seen: &Seen| seen.commands.iter().any(|command| command == "QUIT");
        for _ in 0..200 {
            if is_over(&self.seen()) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        self.seen()
    }
}

async fn converse(
    stream: impl AsyncRead + AsyncWrite,
    script: Script,
    seen: Arc<Mutex<Seen>>,
) -> Option<()> {
    let (reader, mut writer) = split(stream);
    let mut reader = BufReader::new(reader);
    let answer = |command: &str, usual: &'static str| {
        script
            .iter()
            .find(|(start, _)| command.to_uppercase().starts_with(start))
            .map_or(usual, |(_, answer)| answer)
    };
    say(&mut writer, answer("GREETING", "220 ready")).await?;
    loop {
        let line = line(&mut reader).await?;
        let command = line.strip_suffix("\r\n").expect("a bare LF").to_owned();
        seen.lock().unwrap().commands.push(command.clone());
        let usual = match command.split(' ').next().unwrap_or_default() {
            "EHLO" => "250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN",
            "AUTH" => "235 welcome",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
        let answer_now = answer(&command, usual);
        say(&mut writer, answer_now).await?;
        if answer_now.starts_with("354") {
            let content = content(&mut reader).await?;
            seen.lock().unwrap().contents.push(content);
            say(&mut writer, answer("CONTENT", "250 taken as 7")).await?;
        }
    }
}

async fn say(writer: &mut (impl AsyncWrite + Unpin), answer: &str) -> Option<()> {
    match answer {
        "HANG" => std::future::pending().await,
        "DROP" => None,
        _ => {
            let line = format!("{answer}\r\n");
            writer.write_all(line.as_bytes()).await.ok()
        }
    }
}

async fn line(reader: &mut (impl AsyncBufRead + Unpin)) -> Option<String> {
    let mut line = Vec::new();
    let read = reader.read_until(b'\n', &mut line).await.ok()?;
    (read > 0).then(|| String::from_utf8(line).expect("only ASCII on the wire"))
}

async fn content(reader: &mut (impl AsyncBufRead + Unpin)) -> Option<String> {
    let mut content = String::new();
    loop {
        match line(reader).await?.as_str() {
            ".\r\n" => return Some(content),
            line => content.push_str(line),
        }
    }
}
