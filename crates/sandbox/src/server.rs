use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use actix_web::dev::ServerHandle;
use tokio::task::JoinHandle;

use crate::mailbox::Mailbox;
use crate::options::Options;
use crate::shared::Shared;
use crate::site::Site;
use crate::twilio::Twilio;
use crate::{http, smtp};

/// A running sandbox. It stops when it is dropped; [`Sandbox::stop`] also waits for that.
pub struct Sandbox {
    shared: Arc<Shared>,
    http: ServerHandle,
    smtp: JoinHandle<()>,
}

impl Sandbox {
    /// Starts both servers; they accept connections when this returns. To be called inside a tokio
    /// runtime. Addresses that others could reach are refused.
    pub fn start(options: Options) -> io::Result<Self> {
        let http_listener = listen(options.http_addr)?;
        let smtp_listener = listen(options.smtp_addr)?;
        let http_addr = http_listener.local_addr()?;
        let smtp_addr = smtp_listener.local_addr()?;
        let smtp_listener = tokio::net::TcpListener::from_std(smtp_listener)?;
        let shared = Arc::new(Shared::new(options, http_addr, smtp_addr)?);
        let server = http::server(http_listener, shared.clone())?;
        let http = server.handle();
        tokio::spawn(server);
        let smtp = tokio::spawn(smtp::accept(smtp_listener, shared.clone()));
        tracing::info!(%http_addr, %smtp_addr, "the sandbox is on: no real mail or text is sent");
        Ok(Self { shared, http, smtp })
    }

    /// Where Twilio is played and the pages are, such as `http://127.0.0.1:8090`.
    pub fn http_base(&self) -> String {
        format!("http://{}", self.shared.http_addr)
    }

    /// Where Twilio is played and the pages are.
    pub fn http_addr(&self) -> SocketAddr {
        self.shared.http_addr
    }

    /// Where mail is accepted, without TLS.
    pub fn smtp_addr(&self) -> SocketAddr {
        self.shared.smtp_addr
    }

    /// The played Twilio: what it saw, and how it shall misbehave.
    pub fn twilio(&self) -> Twilio {
        Twilio::new(self.shared.clone())
    }

    /// Lists a client's web site among those that are played; one of any key is played all the same.
    pub fn list_site(&self, application_key: &str, company: &str) {
        let mut sites = self.shared.sites();
        sites.retain(|site| site.application_key != application_key);
        sites.push(Site {
            application_key: application_key.to_owned(),
            company: company.to_owned(),
        });
    }

    /// Gives a number the name under which phones have it in their contacts.
    pub fn name_contact(&self, phone_number: &str, company: &str) {
        let mut contacts = self.shared.contacts();
        contacts.insert(phone_number.to_owned(), company.to_owned());
    }

    /// The mail that arrived, and whom the mail server shall refuse.
    pub fn mailbox(&self) -> Mailbox {
        Mailbox::new(self.shared.clone())
    }

    /// Stops both servers at once: what was asked before may still be done, what is asked after
    /// this returns is not.
    pub async fn stop(self) {
        self.shared.stop();
        self.smtp.abort();
        self.http.stop(false).await;
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.shared.stop();
        self.smtp.abort();
        // The command is sent at once; only waiting for it needs the future.
        drop(self.http.stop(false));
    }
}

fn listen(addr: SocketAddr) -> io::Result<TcpListener> {
    if !addr.ip().is_loopback() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("the sandbox serves this machine only, and {addr} is not a loopback address"),
        ));
    }
    let listener = TcpListener::bind(addr)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}
