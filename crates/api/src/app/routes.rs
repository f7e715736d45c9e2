//! Every route once, and the HTTP server that has them.

use crate::context::Context;
use crate::contract::Operations;
use crate::health::Readiness;
use crate::middleware::Door;
use crate::{
    account, api_keys, application, assets, availability, clients, consent, contract,
    custom_fields, events, extract, fallback, first_set_up, health, imports, installation, invites,
    limits, mails, onboarding, partners, problems, second_factor, settings, sign_in, stream, team,
    tech_groups, texting,
};
use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data, PayloadConfig};
use actix_web::{App, HttpServer};
use std::net::TcpListener;
use std::time::Duration;

/// Bytes of a JSON body at most.
const BODY_LIMIT: usize = 256 * 1024;

/// Every route with its description. Also what the contract is written from.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(health::healthz).service(health::readyz);
    // Routes are looked through in this order: first what is asked for most.
    application::visitor_routes(cfg);
    cfg.service(settings::read_public_settings);
    first_set_up::routes(cfg);
    sign_in::routes(cfg);
    second_factor::routes(cfg);
    account::routes(cfg);
    partners::routes(cfg);
    team::routes(cfg);
    invites::routes(cfg);
    clients::routes(cfg);
    imports::routes(cfg);
    onboarding::routes(cfg);
    texting::routes(cfg);
    consent::routes(cfg);
    application::routes(cfg);
    installation::routes(cfg);
    availability::routes(cfg);
    tech_groups::routes(cfg);
    custom_fields::routes(cfg);
    mails::routes(cfg);
    events::routes(cfg);
    api_keys::routes(cfg);
    stream::routes(cfg);
}

/// The HTTP server on a listener.
pub(super) fn http_server(
    ctx: &Context,
    readiness: &Data<Readiness>,
    listener: TcpListener,
) -> anyhow::Result<Server> {
    let (data, readiness) = (Data::new(ctx.clone()), readiness.clone());
    let door = Door::new(&ctx.config);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(data.clone())
            .app_data(readiness.clone())
            .app_data(PayloadConfig::new(BODY_LIMIT))
            .wrap(from_fn(extract::identify))
            .wrap(from_fn(limits::slow_down_unknown_links))
            .wrap(from_fn(events::note_origin))
            .wrap(Compress::default())
            .wrap(door)
            .configure(routes)
            .configure(contract::routes)
            .configure(problems::routes)
            .configure(assets::routes)
            .default_service(web::to(fallback::fallback))
    })
    .workers(ctx.config.server.workers)
    .disable_signals()
    // Longer than proxies and clients keep a connection, so that none is closed under a request.
    .keep_alive(Duration::from_secs(75))
    .client_request_timeout(Duration::from_secs(30))
    .client_disconnect_timeout(Duration::from_secs(5))
    .shutdown_timeout(ctx.config.server.shutdown.as_secs())
    .listen(listener)?
    .run();
    Ok(server)
}
