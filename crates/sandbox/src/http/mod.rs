//! The HTTP server: the played Twilio, the JSON interface for test scripts, and the pages.

mod api;
mod closed;
mod door;

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};

pub(crate) use closed::closed;

use crate::shared::Shared;
use crate::{pages, site, twilio};

/// The server, serving once it is spawned. It leaves signals to the program around it.
pub(crate) fn server(listener: TcpListener, shared: Arc<Shared>) -> io::Result<Server> {
    let shared = web::Data::from(shared);
    let app = move || {
        App::new()
            .app_data(shared.clone())
            .wrap(from_fn(door::check))
            .service(web::scope("/2010-04-01").default_service(web::to(twilio::endpoint)))
            .service(api::scope())
            .configure(site::configure)
            .configure(pages::configure)
    };
    let server = HttpServer::new(app)
        .workers(1)
        .disable_signals()
        .listen(listener)?
        .run();
    Ok(server)
}
