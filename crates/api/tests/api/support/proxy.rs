//! A wire that can be cut: between Gangway and a provider or a database.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How the wire is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// Everything goes through.
    Whole,
    /// Connections are closed as soon as they are made.
    Cut,
    /// Connections are made, and nothing comes.
    Silent,
    /// As whole, until somebody says `COMMIT` to a database: it arrives, and its answer does not.
    CutAfterCommit,
}

/// A wire to a server. What goes over it is cut when it changes.
pub struct Proxy {
    addr: SocketAddr,
    wire: Arc<watch::Sender<Wire>>,
    calls: Arc<AtomicUsize>,
    open: Arc<AtomicUsize>,
    running: JoinHandle<()>,
}

impl Proxy {
    /// A whole wire to the server there.
    pub async fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let addr = listener.local_addr().expect("an address");
        let wire = Arc::new(watch::channel(Wire::Whole).0);
        let (calls, open) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let (state, called, held) = (wire.clone(), calls.clone(), open.clone());
        let running = tokio::spawn(async move {
            loop {
                let Ok((caller, _)) = listener.accept().await else {
                    continue;
                };
                called.fetch_add(1, Ordering::SeqCst);
                let (wire, held) = (state.clone(), held.clone());
                tokio::spawn(async move {
                    held.fetch_add(1, Ordering::SeqCst);
                    carry(caller, server, &wire).await;
                    held.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self {
            addr,
            wire,
            calls,
            open,
            running,
        }
    }

    /// Where to connect to.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Changes the wire; what is under way is cut.
    pub fn set(&self, wire: Wire) {
        self.wire.send_replace(wire);
    }

    /// How the wire is now.
    pub fn wire(&self) -> Wire {
        *self.wire.borrow()
    }

    /// Connections made so far.
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    /// Connections that are open.
    pub fn open(&self) -> usize {
        self.open.load(Ordering::SeqCst)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.running.abort();
    }
}

#[expect(clippy::disallowed_types, reason = "the wire of a test")]
async fn carry(mut caller: tokio::net::TcpStream, server: SocketAddr, wire: &watch::Sender<Wire>) {
    let mut changes = wire.subscribe();
    let kind = *changes.borrow_and_update();
    let work = async {
        match kind {
            Wire::Cut => {}
            Wire::Silent => std::future::pending().await,
            Wire::Whole | Wire::CutAfterCommit => {
                let Ok(mut callee) = tokio::net::TcpStream::connect(server).await else {
                    return;
                };
                if kind == Wire::Whole {
                    // It ends when either side has had enough.
                    let _ = copy_bidirectional(&mut caller, &mut callee).await;
                } else {
                    until_commit(&mut caller, &mut callee, wire).await;
                }
            }
        }
    };
    tokio::select! {
        () = work => {}
        _ = changes.changed() => {}
    }
}

/// Carries both ways until a `COMMIT` has gone through and the database has done it.
async fn until_commit(
    caller: &mut (impl AsyncRead + AsyncWrite + Unpin),
    callee: &mut (impl AsyncRead + AsyncWrite + Unpin),
    wire: &watch::Sender<Wire>,
) {
    let (mut asked, mut told) = ([0; 16_384], [0; 16_384]);
    loop {
        tokio::select! {
            read = caller.read(&mut asked) => {
                let Ok(count @ 1..) = read else { return };
                if callee.write_all(&asked[..count]).await.is_err() {
                    return;
                }
                if asked[..count].windows(6).any(|word| word == b"COMMIT") {
                    // Its answer is here, so it is done; it goes no further.
                    let _ = callee.read(&mut told).await;
                    wire.send_replace(Wire::Whole);
                    return;
                }
            }
            read = callee.read(&mut told) => {
                let Ok(count @ 1..) = read else { return };
                if caller.write_all(&told[..count]).await.is_err() {
                    return;
                }
            }
        }
    }
}
