//! How names are looked up and connections opened: the internet's way, or a test's.

use std::{
    fmt,
    io::{self, Error},
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use async_trait::async_trait;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;

/// A connection, encrypted or not.
pub trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// Looks names up and opens connections to addresses. It decides nothing.
#[async_trait]
pub trait Roads: Send + Sync + fmt::Debug {
    /// The addresses of a name; none where there is no such name.
    async fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>>;

    /// A connection to exactly this address; with a name, encrypted and proven to be the name's.
    async fn open(&self, to: SocketAddr, tls_name: Option<&str>) -> io::Result<Box<dyn Stream>>;
}

/// The real ones.
pub struct Internet {
    tls: TlsConnector,
    /// Names below `.test`, which nobody owns (RFC 6761), lead to this machine: where the providers
    /// are played, web sites are too.
    plays_test_names: bool,
}

impl fmt::Debug for Internet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Internet")
    }
}

impl Internet {
    /// With the usual list of certificate authorities.
    pub fn new(plays_test_names: bool) -> Self {
        let mut tls = super::tls();
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        Self {
            tls: TlsConnector::from(Arc::new(tls)),
            plays_test_names,
        }
    }
}

#[async_trait]
impl Roads for Internet {
    async fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        if self.plays_test_names && host.ends_with(".test") {
            return Ok(vec![Ipv4Addr::LOCALHOST.into()]);
        }
        let found = tokio::net::lookup_host((host, 0)).await?;
        Ok(found.map(|address| address.ip()).collect())
    }

    #[expect(clippy::disallowed_types, reason = "the one place that connects")]
    async fn open(&self, to: SocketAddr, tls_name: Option<&str>) -> io::Result<Box<dyn Stream>> {
        let stream = tokio::net::TcpStream::connect(to).await?;
        let Some(name) = tls_name else {
            return Ok(Box::new(stream));
        };
        let name = ServerName::try_from(name.to_owned()).map_err(Error::other)?;
        Ok(Box::new(self.tls.connect(name, stream).await?))
    }
}
