//! What a page says of the application's code.

use super::content_policy::{Placed, lacks};
use super::html::{Tag, tags};
use super::placement::{Placement, placements};
use crate::outgoing::Page;
use gangway_domain::values::AllowedOrigins;
use gangway_domain::wire::InstallationFinding as Finding;
use url::Url;

/// The code as it was given out, and where it works.
#[derive(Clone, Debug)]
pub struct GivenOut {
    /// The loader's address.
    pub loader: Url,
    /// The client's public key.
    pub key: String,
    /// The client's own origins.
    pub allowed: AllowedOrigins,
}

/// What was found, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub finding: Finding,
    pub detail: String,
    pub directives: Vec<String>,
    pub has_tag_manager: bool,
}

impl Judged {
    /// Nothing but a sentence.
    pub fn new(finding: Finding, detail: impl Into<String>) -> Self {
        Self {
            finding,
            detail: detail.into(),
            directives: Vec::new(),
            has_tag_manager: false,
        }
    }
}

/// Looks at a page that was fetched.
pub fn judge(page: &Page, given: &GivenOut) -> Judged {
    if !(200..300).contains(&page.status) {
        let words = format!("Your website answered with the error {}.", page.status);
        return Judged::new(Finding::Unreachable, words);
    }
    let origin = page.url.origin().ascii_serialization();
    if !given.allowed.allows(&origin) {
        return Judged::new(Finding::Moved, moved(&origin));
    }
    let html = String::from_utf8_lossy(&page.body);
    let tags = tags(&html);
    let mut judged = judge_tags(page, given, &tags, &html);
    judged.has_tag_manager = loads_tag_manager(&html);
    judged
}

fn moved(origin: &str) -> String {
    format!(
        "Your website sends visitors on to {origin}. The application works only on the address in \
         Company settings."
    )
}

fn judge_tags(page: &Page, given: &GivenOut, tags: &[Tag], html: &str) -> Judged {
    let placed = placements(&page.url, given, tags);
    let first = |wanted: fn(&Placement<'_>) -> bool| placed.iter().find(|placed| wanted(placed));
    if let Some(Placement::AsGiven { nonce }) = first(|p| matches!(p, Placement::AsGiven { .. })) {
        return judge_policy(page, given, tags, *nonce);
    }
    if let Some(Placement::Changed { how }) = first(|p| matches!(p, Placement::Changed { .. })) {
        return Judged::new(Finding::Changed, how.clone());
    }
    if !placed.is_empty() {
        return Judged::new(
            Finding::OtherKey,
            "The code on your website is another company's. Replace it with yours.",
        );
    }
    if html.contains(&given.key) {
        return Judged::new(
            Finding::Changed,
            "The code is on the page, but not as a script: it stands in a comment, in text, or in a \
             part that browsers leave out.",
        );
    }
    Judged::new(Finding::Missing, missing(page))
}

fn missing(page: &Page) -> String {
    let words = "The application code is not on this page.";
    if page.is_cut {
        return format!("{words} Gangway read the first megabyte of it.");
    }
    words.to_owned()
}

fn judge_policy(page: &Page, given: &GivenOut, tags: &[Tag], nonce: Option<&str>) -> Judged {
    let placed = Placed {
        page: &page.url,
        loader: &given.loader,
        nonce,
    };
    let lacks = lacks(&policies(page, tags), placed);
    if lacks.is_empty() {
        return Judged::new(Finding::Found, "The application code is on this page.");
    }
    let mut detail =
        "The code is there, but the page's content policy keeps it from working.".to_owned();
    if lacks.iter().any(|lack| lack.needs_nonce) {
        detail += " The policy trusts only scripts that carry its nonce: have your website add nonce=\"…\" \
                   to the code, as it does for its own scripts.";
    }
    let own = |lack: &super::content_policy::Lack| !lack.needs_nonce;
    let directives = lacks.into_iter().filter(own).map(|lack| lack.directive);
    Judged {
        directives: directives.collect(),
        ..Judged::new(Finding::Blocked, detail)
    }
}

/// The policies that a page is held to: of its head, and of its `meta` tags.
fn policies(page: &Page, tags: &[Tag]) -> Vec<String> {
    const NAME: &str = "content-security-policy";
    let headers = page.headers.get_all(NAME).iter();
    let headers = headers.filter_map(|value| value.to_str().ok());
    let metas = tags.iter().filter(|tag| {
        let named = tag.get("http-equiv").unwrap_or_default();
        tag.is("meta") && named.eq_ignore_ascii_case(NAME)
    });
    let metas = metas.filter_map(|tag| tag.get("content"));
    headers.chain(metas).map(str::to_owned).collect()
}

fn loads_tag_manager(html: &str) -> bool {
    html.contains("googletagmanager.com/gtm.js")
}
