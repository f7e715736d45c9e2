use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use serde_json::{Value, json};

/// What Twilio says to a call.
#[derive(Debug)]
pub(crate) struct Answer {
    pub status: u16,
    body: Content,
    retry_after: Option<u64>,
    /// The message that was just created and is now to be delivered.
    pub delivers: Option<String>,
}

#[derive(Debug)]
enum Content {
    Json(Value),
    Html(&'static str),
    Nothing,
}

/// What gateways in front of Twilio say; there is no JSON in it.
const GATEWAY_PAGE: &str = "<html>\r\n<head><title>503 Service Temporarily Unavailable</title>\
    </head>\r\n<body><center><h1>503 Service Temporarily Unavailable</h1></center>\
    </body>\r\n</html>\r\n";

impl Answer {
    fn new(status: u16, body: Content) -> Self {
        Self {
            status,
            body,
            retry_after: None,
            delivers: None,
        }
    }

    pub fn ok(body: Value) -> Self {
        Self::new(200, Content::Json(body))
    }

    pub fn created(body: Value) -> Self {
        Self::new(201, Content::Json(body))
    }

    pub fn deleted() -> Self {
        Self::new(204, Content::Nothing)
    }

    pub fn delivering(self, sid: String) -> Self {
        Self {
            delivers: Some(sid),
            ..self
        }
    }

    pub fn refused(status: u16, code: u32, message: &str) -> Self {
        let body = json!({
            "code": code,
            "message": message,
            "more_info": format!("https://www.twilio.com/docs/errors/{code}"),
            "status": status,
        });
        Self::new(status, Content::Json(body))
    }

    pub fn not_found(path: &str) -> Self {
        let message = format!("The requested resource {path} was not found");
        Self::refused(404, 20404, &message)
    }

    pub fn throttled(retry_after: Option<u64>) -> Self {
        Self {
            retry_after,
            ..Self::refused(429, 20429, "Too Many Requests")
        }
    }

    pub fn trouble(status: u16, html: bool) -> Self {
        if html {
            Self::new(status, Content::Html(GATEWAY_PAGE))
        } else {
            let code = if status == 503 { 20503 } else { 20500 };
            Self::refused(status, code, "An internal server error has occurred")
        }
    }

    pub fn into_response(self) -> HttpResponse {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = HttpResponse::build(status);
        if let Some(seconds) = self.retry_after {
            response.insert_header((RETRY_AFTER, seconds.to_string()));
        }
        match self.body {
            Content::Json(body) => response.json(body),
            Content::Html(page) => response.content_type("text/html").body(page),
            Content::Nothing => response.finish(),
        }
    }
}
