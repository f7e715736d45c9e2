//! The application's code among a page's scripts: as it was given out, altered, or another company's.

use super::html::Tag;
use super::judge::GivenOut;
use url::Url;

/// A script that is, or was meant to be, the application's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement<'a> {
    /// It runs and knows whose it is.
    AsGiven { nonce: Option<&'a str> },
    /// It does not; in a sentence, how it was altered.
    Changed { how: String },
    /// It has the key of another company.
    OtherKey,
}

/// Every script of a page that has to do with the application.
pub fn placements<'a>(page: &Url, given: &GivenOut, tags: &'a [Tag]) -> Vec<Placement<'a>> {
    let scripts = tags.iter().filter(|tag| tag.is("script"));
    scripts
        .filter_map(|tag| placement(page, given, tag))
        .collect()
}

fn placement<'a>(page: &Url, given: &GivenOut, tag: &'a Tag) -> Option<Placement<'a>> {
    let source = tag.get("src").and_then(|src| page.join(src).ok());
    let from_us = source.as_ref().is_some_and(|src| is_loader(src, given));
    let key = tag
        .get("data-application-key")
        .map(str::to_owned)
        .or_else(|| source.as_ref().filter(|_| from_us).and_then(key_in_address));
    if !from_us {
        let put_off = put_off(page, given, tag);
        if put_off.is_some() || key.is_none() {
            return put_off;
        }
    }
    let changed = |how: String| Some(Placement::Changed { how });
    match key {
        Some(key) if key == given.key => {}
        Some(key) if is_key(&key) => return Some(Placement::OtherKey),
        Some(_) => return changed("The key in the code is not whole. Copy the code anew.".into()),
        None => return changed("The code has lost its key. Copy the code anew.".into()),
    }
    match altered(given, tag, from_us) {
        Some(how) => changed(how),
        None => Some(Placement::AsGiven {
            nonce: tag.get("nonce"),
        }),
    }
}

/// An optimizer or a cookie banner has moved the address where the browser does not see it.
fn put_off<'a>(page: &Url, given: &GivenOut, tag: &'a Tag) -> Option<Placement<'a>> {
    let mut others = tag.attributes().filter(|(name, _)| *name != "src");
    let (name, _) = others.find(|(_, value)| {
        let address = page.join(value.trim()).ok();
        address.is_some_and(|address| is_loader(&address, given))
    })?;
    Some(Placement::Changed {
        how: format!(
            "Something on your website has moved the code's address to “{}”, so that it runs late or \
             never: an optimizer, or a cookie banner. Make an exception for the code there.",
            short(name)
        ),
    })
}

fn altered(given: &GivenOut, tag: &Tag, from_us: bool) -> Option<String> {
    if !from_us {
        return Some(format!(
            "The code loads from another address than {}. Copy the code anew.",
            given.loader
        ));
    }
    let kind = tag.get("type").unwrap_or_default();
    let runs = ["", "text/javascript", "application/javascript"];
    if !runs.iter().any(|known| kind.eq_ignore_ascii_case(known)) {
        return Some(format!(
            "The code has the type “{}”, so that browsers do not run it at once: an optimizer or a cookie \
             banner does that. Make an exception for the code there.",
            short(kind)
        ));
    }
    if tag.get("integrity").is_some() {
        return Some(
            "The code is tied to one version by “integrity”, so that it stops with the next one. Remove \
             that attribute."
                .to_owned(),
        );
    }
    tag.get("nomodule").map(|_| {
        "The code has the attribute “nomodule”, so that browsers leave it out. Remove that attribute."
            .to_owned()
    })
}

fn is_loader(address: &Url, given: &GivenOut) -> bool {
    address.origin() == given.loader.origin() && address.path() == given.loader.path()
}

fn key_in_address(address: &Url) -> Option<String> {
    let mut pairs = address.query_pairs();
    pairs
        .find(|(name, _)| name == "key")
        .map(|(_, key)| key.into_owned())
}

/// As `clients::application_key` makes them.
fn is_key(text: &str) -> bool {
    let rest = text.strip_prefix("gwa_").unwrap_or_default();
    rest.len() == 24 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
