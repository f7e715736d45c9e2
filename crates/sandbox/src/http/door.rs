use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, web};
use url::{Host, Url};

use super::closed;
use crate::shared::Shared;

/// Mails show their pictures and styles and run nothing; the frame around a mail inherits this.
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src http: https: \
    data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Lets in only what this machine asks for on its own account. Other web sites open in the same
/// browser could otherwise read sign-in links out of mails (through a name that points to the
/// loopback address) or set faults.
pub(super) async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let stopped = request
        .app_data::<web::Data<Shared>>()
        .is_some_and(|shared| shared.is_stopped());
    if stopped {
        return Ok(request.into_response(closed()));
    }
    let header = |name: HeaderName| request.headers().get(name)?.to_str().ok();
    let host = header(header::HOST).unwrap_or_default().to_owned();
    let foreign_origin = header(header::ORIGIN)
        .is_some_and(|origin| origin != format!("http://{host}") && !request.method().is_safe());
    if !is_loopback(&host) || foreign_origin {
        let refusal = HttpResponse::Forbidden().body("The sandbox serves this machine only.\n");
        return Ok(request.into_response(refusal));
    }
    let mut response = next.call(request).await?.map_into_boxed_body();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        // A page may have a policy of its own.
        if !response.headers().contains_key(&name) {
            let value = HeaderValue::from_static(value);
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}

fn is_loopback(host: &str) -> bool {
    let Ok(url) = Url::parse(&format!("http://{host}/")) else {
        return false;
    };
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn only_names_of_this_machine_are_let_in() {
        for host in [
            "127.0.0.1:8090",
            "localhost:8090",
            "[::1]:8090",
            "mail.localhost",
        ] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "",
            "evil.test",
            "127.0.0.1.evil.test:8090",
            "10.0.0.1",
            "a@evil.test",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
