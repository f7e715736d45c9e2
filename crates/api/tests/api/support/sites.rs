//! The web sites of a test: names with their addresses, what each answers, and who connected to what.

use async_trait::async_trait;
use gangway::outgoing::{Roads, Stream};
use std::collections::{HashMap, VecDeque};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream};

/// A public address that names lead to unless told otherwise.
pub const PUBLIC: &str = "93.184.216.34";

/// What a site answers every request with.
#[derive(Clone, Debug)]
pub enum Answer {
    /// These bytes, head and all.
    Bytes(Vec<u8>),
    /// A byte now and then, never a whole head.
    Drips,
    /// A head, then a body without end.
    Endless,
    /// Takes the connection and says nothing.
    Silent,
    /// Takes no connection.
    Closed,
    /// Takes no connection, and does not say so.
    Filtered,
}

/// What was asked of a site.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The name TLS was to prove; none on plain HTTP.
    pub tls_name: Option<String>,
    /// The head of the request.
    pub head: String,
}

/// Plays the internet for one server.
#[derive(Clone, Debug, Default)]
pub struct Sites(Arc<Parts>);

#[derive(Debug, Default)]
struct Parts {
    names: Mutex<HashMap<String, VecDeque<Option<Vec<IpAddr>>>>>,
    answers: Mutex<HashMap<String, Answer>>,
    opened: Mutex<Vec<SocketAddr>>,
    asked: Mutex<Vec<Asked>>,
    looked_up: Mutex<Vec<String>>,
    sent_bytes: AtomicUsize,
}

impl Sites {
    /// A page of HTML at a name with a public address.
    pub fn page(&self, host: &str, html: &str) {
        self.page_with(host, "", html);
    }

    /// The same with lines of its head, each ending in CRLF.
    pub fn page_with(&self, host: &str, head: &str, html: &str) {
        let length = html.len();
        let text = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {length}\r\n{head}\r\n{html}"
        );
        self.answer(host, Answer::Bytes(text.into_bytes()));
    }

    /// An answer at a name with a public address.
    pub fn answer(&self, host: &str, answer: Answer) {
        self.named(host, vec![Some(vec![PUBLIC.parse().expect("an address")])]);
        self.serves(host, answer);
    }

    /// An answer, wherever the name leads.
    pub fn serves(&self, host: &str, answer: Answer) {
        let mut answers = self.0.answers.lock().expect("not poisoned");
        answers.insert(host.to_owned(), answer);
    }

    /// What is found for a name, in turn; the last stays. None is never answered.
    pub fn named(&self, host: &str, found: Vec<Option<Vec<IpAddr>>>) {
        let mut names = self.0.names.lock().expect("not poisoned");
        names.insert(host.to_owned(), found.into());
    }

    /// The addresses connections were opened to.
    pub fn opened(&self) -> Vec<SocketAddr> {
        self.0.opened.lock().expect("not poisoned").clone()
    }

    /// What was asked, in turn.
    pub fn asked(&self) -> Vec<Asked> {
        self.0.asked.lock().expect("not poisoned").clone()
    }

    /// The names that were looked up.
    pub fn looked_up(&self) -> Vec<String> {
        self.0.looked_up.lock().expect("not poisoned").clone()
    }

    /// Bytes of endless bodies that somebody took.
    pub fn sent_bytes(&self) -> usize {
        self.0.sent_bytes.load(Ordering::Relaxed)
    }

    fn answer_at(&self, host: &str) -> Answer {
        let answers = self.0.answers.lock().expect("not poisoned");
        answers.get(host).cloned().unwrap_or_else(|| {
            Answer::Bytes(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_vec())
        })
    }

    async fn converse(self, mut stream: DuplexStream, tls_name: Option<String>) {
        let head = head_of(&mut stream).await;
        let host = head
            .lines()
            .find_map(|line| {
                line.to_ascii_lowercase()
                    .strip_prefix("host: ")
                    .map(str::to_owned)
            })
            .unwrap_or_default();
        self.0
            .asked
            .lock()
            .expect("not poisoned")
            .push(Asked { tls_name, head });
        match self.answer_at(&host) {
            Answer::Bytes(bytes) => drop(stream.write_all(&bytes).await),
            Answer::Endless => {
                let head = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n";
                let mut open = stream.write_all(head).await.is_ok();
                while open {
                    open = stream.write_all(&[b'x'; 4096]).await.is_ok();
                    self.0.sent_bytes.fetch_add(4096, Ordering::Relaxed);
                }
            }
            Answer::Drips => {
                for byte in b"HTTP/1.1 200 OK\r\n".iter().cycle() {
                    if stream.write_all(&[*byte]).await.is_err() {
                        return;
                    }
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                }
            }
            Answer::Silent | Answer::Closed | Answer::Filtered => {
                std::future::pending::<()>().await;
            }
        }
    }
}

async fn head_of(stream: &mut DuplexStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => break,
        }
    }
    String::from_utf8_lossy(&head).into_owned()
}

#[async_trait]
impl Roads for Sites {
    async fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        let found = {
            let mut looked_up = self.0.looked_up.lock().expect("not poisoned");
            looked_up.push(host.to_owned());
            let mut names = self.0.names.lock().expect("not poisoned");
            match names.get_mut(host) {
                None => Some(Vec::new()),
                Some(found) if found.len() > 1 => found.pop_front().expect("more than one"),
                Some(found) => found.front().cloned().unwrap_or_default(),
            }
        };
        match found {
            Some(found) => Ok(found),
            None => std::future::pending().await,
        }
    }

    async fn open(&self, to: SocketAddr, tls_name: Option<&str>) -> io::Result<Box<dyn Stream>> {
        self.0.opened.lock().expect("not poisoned").push(to);
        // Ports of addresses without a name are told by what is served there.
        match self.answer_at(&to.to_string()) {
            Answer::Closed => return Err(io::ErrorKind::ConnectionRefused.into()),
            Answer::Filtered => std::future::pending().await,
            _ => {}
        }
        let (near, far) = tokio::io::duplex(16 * 1024);
        tokio::spawn(self.clone().converse(far, tls_name.map(str::to_owned)));
        Ok(Box::new(near))
    }
}
