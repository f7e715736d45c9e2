use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use gangway_twilio::signature::{Body, HEADER, Received, verify};
use secrecy::SecretString;

use crate::house::TOKEN;

/// A webhook call that came in.
#[derive(Clone, Debug)]
pub struct Hooked {
    pub params: Vec<(String, String)>,
    /// Whether the signature fits the address it was sent to.
    pub verified: bool,
    pub idempotency_token: String,
}

impl Hooked {
    pub fn value(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Our side of the webhooks: answers with `TwiML`, or with plain text at `/plain`.
pub struct Hooks {
    base: String,
    hooked: Arc<Mutex<Vec<Hooked>>>,
    server: ServerHandle,
}

impl Hooks {
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let hooked: Arc<Mutex<Vec<Hooked>>> = Arc::default();
        let data = web::Data::new((base.clone(), hooked.clone()));
        let app = move || {
            App::new()
                .app_data(data.clone())
                .default_service(web::to(take))
        };
        let server = HttpServer::new(app)
            .workers(1)
            .disable_signals()
            .listen(listener)
            .unwrap()
            .run();
        let handle = server.handle();
        tokio::spawn(server);
        Self {
            base,
            hooked,
            server: handle,
        }
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    pub fn hooked(&self) -> Vec<Hooked> {
        self.hooked.lock().unwrap().clone()
    }
}

impl Drop for Hooks {
    fn drop(&mut self) {
        drop(self.server.stop(false));
    }
}

async fn take(
    request: HttpRequest,
    bytes: web::Bytes,
    data: web::Data<(String, Arc<Mutex<Vec<Hooked>>>)>,
) -> HttpResponse {
    let (base, hooked) = data.as_ref();
    let header = |name: &str| request.headers().get(name)?.to_str().ok();
    let url = format!("{base}{}", request.uri());
    let body = Body::of("POST", header("content-type"), &bytes);
    let received = Received {
        url: &url,
        signature: header(HEADER),
        body,
    };
    hooked.lock().unwrap().push(Hooked {
        params: body.params(),
        verified: verify(&[SecretString::from(TOKEN)], &received),
        idempotency_token: header("I-Twilio-Idempotency-Token")
            .unwrap_or_default()
            .to_owned(),
    });
    if request.path() == "/plain" {
        return HttpResponse::Ok().content_type("text/plain").body("OK");
    }
    if request.path() == "/not-found" {
        return HttpResponse::NotFound().finish();
    }
    let twiml = match request.path() {
        "/reply" => "<Response><Message>Thanks &amp; see you &lt; soon</Message></Response>",
        "/broken" => "<Response><Message>Thanks & bye</Message></Response>",
        _ => "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>",
    };
    HttpResponse::Ok().content_type("text/xml").body(twiml)
}
