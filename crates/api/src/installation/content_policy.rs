//! Whether a page's content policy (CSP level 3) lets the application in, and what it lacks.

use url::Url;

/// Longest directive that is shown.
const MAX_SHOWN: usize = 2000;

/// What one policy lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The directive as it has to read.
    pub directive: String,
    /// It trusts only scripts that carry its nonce.
    pub needs_nonce: bool,
}

/// The application on a page: where it is loaded from and reads from, and the nonce its tag carries.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    pub page: &'a Url,
    pub loader: &'a Url,
    pub nonce: Option<&'a str>,
}

/// What stands in the application's way. Every policy of a page must let it through.
pub fn lacks(policies: &[String], placed: Placed<'_>) -> Vec<Lack> {
    let mut lacks: Vec<Lack> = policies
        .iter()
        .flat_map(|policy| policy.split(','))
        .flat_map(|policy| [script(policy, placed), connect(policy, placed)])
        .flatten()
        .collect();
    lacks.dedup();
    lacks
}

fn script(policy: &str, placed: Placed<'_>) -> Option<Lack> {
    let (name, sources) = effective(policy, &["script-src-elem", "script-src", "default-src"])?;
    let is_strict = sources
        .iter()
        .any(|source| source.eq_ignore_ascii_case("'strict-dynamic'"));
    let carries_nonce = placed.nonce.is_some_and(|nonce| {
        let wanted = format!("'nonce-{nonce}'");
        sources.contains(&wanted.as_str())
    });
    // With strict-dynamic hosts count for nothing. Without it a nonce covers the first script only, and
    // not what that one loads.
    let lets_in = if is_strict {
        carries_nonce
    } else {
        sources.iter().any(|source| allows(source, placed))
    };
    (!lets_in).then(|| Lack {
        needs_nonce: is_strict,
        directive: completed("script-src", name, &sources, placed),
    })
}

fn connect(policy: &str, placed: Placed<'_>) -> Option<Lack> {
    let (name, sources) = effective(policy, &["connect-src", "default-src"])?;
    let lets_in = sources.iter().any(|source| allows(source, placed));
    (!lets_in).then(|| Lack {
        needs_nonce: false,
        directive: completed("connect-src", name, &sources, placed),
    })
}

/// The directive that decides, and its sources; none where the policy says nothing of it.
fn effective<'a>(policy: &'a str, names: &[&'static str]) -> Option<(&'static str, Vec<&'a str>)> {
    names.iter().find_map(|name| {
        policy.split(';').find_map(|directive| {
            let mut words = directive.split_ascii_whitespace();
            let is_it = words.next()?.eq_ignore_ascii_case(name);
            is_it.then(|| (*name, words.collect()))
        })
    })
}

/// The directive with our origin added. Where `default-src` decided, a directive of its own takes
/// over what that one allowed.
fn completed(own: &str, name: &str, sources: &[&str], placed: Placed<'_>) -> String {
    let name = if name == "default-src" { own } else { name };
    let shown = sources
        .iter()
        .filter(|source| !source.eq_ignore_ascii_case("'none'"))
        .map(|source| {
            // A nonce is another one for every visitor.
            let is_nonce = source.to_ascii_lowercase().starts_with("'nonce-");
            if is_nonce { "'nonce-…'" } else { source }
        });
    let words: Vec<&str> = std::iter::once(name).chain(shown).collect();
    let origin = placed.loader.origin().ascii_serialization();
    let kept: String = words.join(" ").chars().take(MAX_SHOWN).collect();
    format!("{kept} {origin}")
}

/// Whether a source expression matches the loader's address.
fn allows(source: &str, placed: Placed<'_>) -> bool {
    let (page, target) = (placed.page, placed.loader);
    match source.to_ascii_lowercase().as_str() {
        "*" => true,
        "'self'" => page.origin() == target.origin(),
        "http:" => matches!(target.scheme(), "http" | "https"),
        "https:" => target.scheme() == "https",
        quoted if quoted.starts_with('\'') => false,
        _ => allows_host(source, page, target),
    }
}

fn allows_host(source: &str, page: &Url, target: &Url) -> bool {
    let (scheme, rest) = match source.split_once("://") {
        Some((scheme, rest)) => (scheme, rest),
        None => (page.scheme(), source),
    };
    let same_scheme = scheme.eq_ignore_ascii_case(target.scheme())
        || scheme.eq_ignore_ascii_case("http") && target.scheme() == "https";
    let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    same_scheme && fits_host(host, target) && fits_port(port, target) && fits_path(path, target)
}

fn fits_host(host: &str, target: &Url) -> bool {
    let name = target.host_str().unwrap_or_default();
    match host.strip_prefix("*.") {
        Some(parent) => name
            .to_ascii_lowercase()
            .ends_with(&format!(".{}", parent.to_ascii_lowercase())),
        None => host == "*" || host.eq_ignore_ascii_case(name),
    }
}

fn fits_port(port: Option<&str>, target: &Url) -> bool {
    match port {
        Some("*") => true,
        Some(port) => port.parse().ok() == target.port_or_known_default(),
        None => target.port().is_none(),
    }
}

fn fits_path(path: &str, target: &Url) -> bool {
    match path {
        "" | "/" => true,
        folder if folder.ends_with('/') => target.path().starts_with(folder),
        file => target.path() == file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacking(policy: &str, nonce: Option<&str>) -> Vec<String> {
        let page = Url::parse("https://www.client.example/").unwrap();
        let loader = Url::parse("https://gangway.example/widget/v1.js").unwrap();
        let placed = Placed {
            page: &page,
            loader: &loader,
            nonce,
        };
        let lacks = lacks(&[policy.to_owned()], placed);
        lacks.into_iter().map(|lack| lack.directive).collect()
    }

    #[test]
    fn b35_policies_that_let_the_application_in() {
        for policy in [
            "",
            "img-src 'none'; style-src 'self'",
            "default-src *",
            "default-src https:",
            "script-src 'self' gangway.example; connect-src GANGWAY.example",
            "SCRIPT-SRC https://*.example; connect-src 'self' https://gangway.example/",
            "script-src https://gangway.example/widget/; connect-src https://gangway.example:443",
            "default-src 'none'; script-src-elem http://gangway.example; connect-src gangway.example:*",
            "script-src x; script-src-elem gangway.example; connect-src *",
        ] {
            assert_eq!(lacking(policy, None), Vec::<String>::new(), "{policy}");
        }
        let strict = "script-src 'nonce-abc' 'strict-dynamic' https:";
        assert_eq!(lacking(strict, Some("abc")), Vec::<String>::new());
    }

    #[test]
    fn b35_what_a_policy_lacks_is_said_as_it_has_to_read() {
        for (policy, wanted) in [
            (
                "default-src 'self'",
                &[
                    "script-src 'self' https://gangway.example",
                    "connect-src 'self' https://gangway.example",
                ][..],
            ),
            (
                "default-src 'none'; script-src 'self' cdn.example; connect-src *",
                &["script-src 'self' cdn.example https://gangway.example"],
            ),
            (
                "script-src *; script-src-elem 'none'",
                &["script-src-elem https://gangway.example"],
            ),
            (
                "script-src gangway.example; connect-src api.example",
                &["connect-src api.example https://gangway.example"],
            ),
            (
                "script-src 'nonce-r4nd0m'",
                &["script-src 'nonce-…' https://gangway.example"],
            ),
        ] {
            assert_eq!(lacking(policy, None), wanted, "{policy}");
        }
    }

    #[test]
    fn b35_sources_that_only_look_alike_do_not_count() {
        for source in [
            "gangway.example.evil.example",
            "*.gangway.example",
            "gangway.example:8443",
            "https://gangway.example/other/",
            "https://gangway.example/widget/v2.js",
            "ws://gangway.example",
            "'unsafe-inline'",
            "'sha256-abc'",
        ] {
            assert_eq!(
                lacking(&format!("script-src {source}"), None).len(),
                1,
                "{source}"
            );
        }
    }

    #[test]
    fn b35_two_policies_must_both_let_it_in() {
        let both = "script-src *, script-src 'self'";
        assert_eq!(
            lacking(both, None),
            ["script-src 'self' https://gangway.example"]
        );
    }

    #[test]
    fn b35_with_strict_dynamic_only_the_nonce_counts() {
        let policy = "script-src 'strict-dynamic' 'nonce-abc' https://gangway.example";
        for nonce in [None, Some("abd")] {
            assert_eq!(lacking(policy, nonce).len(), 1, "{nonce:?}");
        }
    }
}
