//! Readers of single values. Errors complete the sentence "expected ...".

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    str::FromStr,
};

use ipnet::IpNet;
use secrecy::SecretString;
use url::Url;

use super::{Allowed, is_loopback};

/// An enum that is written as one of a few words.
pub trait Choice: Copy + 'static {
    const WORDS: &'static [(&'static str, Self)];
}

pub fn choice<T: Choice>(text: &str) -> Result<T, String> {
    let found = T::WORDS.iter().find(|(word, _)| *word == text);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
        format!("one of {}", words.join(", "))
    })
}

pub fn flag(text: &str) -> Result<bool, String> {
    match text {
        "true" | "on" => Ok(true),
        "false" | "off" => Ok(false),
        _ => Err("true or false".into()),
    }
}

pub fn number<T: TryFrom<u64>, const MIN: u64, const MAX: u64>(text: &str) -> Result<T, String> {
    let in_range = text.parse().ok().filter(|n| (MIN..=MAX).contains(n));
    in_range
        .and_then(|n| T::try_from(n).ok())
        .ok_or_else(|| format!("a whole number from {MIN} to {MAX}"))
}

pub fn address(text: &str) -> Result<SocketAddr, String> {
    let expected = "an IP address and port such as 127.0.0.1:8080 or [::1]:8080";
    text.parse().map_err(|_| expected.into())
}

pub fn address_or_off(text: &str) -> Result<Option<SocketAddr>, String> {
    match text {
        "off" => Ok(None),
        _ => address(text).map(Some).map_err(|e| format!("{e}, or off")),
    }
}

pub fn path(text: &str) -> Result<PathBuf, String> {
    if text.contains('\0') {
        return Err("a path without NUL".into());
    }
    Ok(PathBuf::from(text))
}

/// Any text on one line.
pub fn words(text: &str) -> Result<String, String> {
    if text.len() > 200 || text.chars().any(char::is_control) {
        return Err("up to 200 characters on one line".into());
    }
    Ok(text.into())
}

pub fn secret(text: &str) -> Result<SecretString, String> {
    words(text).map(SecretString::from)
}

pub fn host(text: &str) -> Result<String, String> {
    let expected = || "a host name or IP address, without port".to_owned();
    if text.contains(':') && text.parse::<std::net::Ipv6Addr>().is_err() {
        return Err(expected());
    }
    let bracketed = if text.contains(':') {
        format!("[{text}]")
    } else {
        text.to_owned()
    };
    url::Host::parse(&bracketed).map_err(|_| expected())?;
    Ok(text.to_ascii_lowercase())
}

/// A bucket's name as S3 has them.
pub fn bucket(text: &str) -> Result<String, String> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
    let ends = !text.starts_with(['-', '.']) && !text.ends_with(['-', '.']);
    if (3..=63).contains(&text.len()) && text.bytes().all(plain) && ends {
        Ok(text.into())
    } else {
        Err("3 to 63 small letters, digits, hyphens and dots".into())
    }
}

pub fn country(text: &str) -> Result<String, String> {
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        Ok(text.into())
    } else {
        Err("two capital letters such as US (ISO 3166)".into())
    }
}

pub fn countries(text: &str) -> Result<Vec<String>, String> {
    let expected = "two capital letters each, such as US, CA (ISO 3166)";
    list(text, |one| country(one).ok(), expected)
}

/// Scheme, host and port, nothing else.
pub fn origin(text: &str) -> Result<Url, String> {
    let url = web_address(text)?;
    if url.path() == "/" {
        Ok(url)
    } else {
        Err("an address without a path, such as https://gangway.example".into())
    }
}

/// An http or https address without user, query and fragment.
pub fn web_address(text: &str) -> Result<Url, String> {
    let expected = "an http:// or https:// address such as https://gangway.example";
    let url = Url::parse(text).map_err(|_| expected.to_owned())?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    if plain {
        Ok(url)
    } else {
        Err(format!("{expected}, without user, query or fragment"))
    }
}

/// Is this URL's host this machine itself?
pub fn points_home(url: &Url) -> bool {
    url.host_str().is_some_and(is_loopback)
}

pub fn email(text: &str) -> Result<lettre::Address, String> {
    text.parse()
        .map_err(|_| "an email address such as no-reply@gangway.example".into())
}

fn list<T>(text: &str, one: impl Fn(&str) -> Option<T>, expected: &str) -> Result<Vec<T>, String> {
    let parts = text.split(',').map(str::trim).filter(|s| !s.is_empty());
    parts
        .map(|part| one(part).ok_or_else(|| expected.to_owned()))
        .collect()
}

fn network(text: &str) -> Option<IpNet> {
    let alone = || IpAddr::from_str(text).ok().map(IpNet::from);
    IpNet::from_str(text).ok().or_else(alone)
}

pub fn networks(text: &str) -> Result<Vec<IpNet>, String> {
    let expected = "networks separated by commas, such as 10.0.0.0/8, 192.168.1.7";
    list(text, network, expected)
}

fn allowed(text: &str) -> Option<Allowed> {
    if let Some(network) = network(text) {
        return Some(Allowed::Network {
            network,
            port: None,
        });
    }
    let (host, port) = text.rsplit_once(':')?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let port = port.parse().ok().filter(|port| *port != 0)?;
    if let Ok(network) = IpNet::from_str(host) {
        return Some(Allowed::Network {
            network,
            port: Some(port),
        });
    }
    Some(Allowed::Host {
        host: self::host(host).ok()?,
        port,
    })
}

pub fn allowed_targets(text: &str) -> Result<Vec<Allowed>, String> {
    let expected = "host:port, networks or network:port separated by commas, such as \
                    crm.lan:8080, 10.1.0.0/16, 10.2.0.0/16:8443";
    list(text, allowed, expected)
}

/// Ports of web servers; those of mail servers and of remote shells are none.
pub fn web_ports(text: &str) -> Result<Vec<u16>, String> {
    let web = |part: &str| {
        let port = part.parse::<u16>().ok();
        port.filter(|port| !matches!(port, 0 | 22 | 23 | 25 | 465 | 587))
    };
    list(
        text,
        web,
        "ports of web servers separated by commas, such as 80, 443, 8443",
    )
}

pub fn account_sid(text: &str) -> Result<String, String> {
    sid("AC", text)
}

pub fn api_key_sid(text: &str) -> Result<String, String> {
    sid("SK", text)
}

pub fn messaging_service_sid(text: &str) -> Result<String, String> {
    sid("MG", text)
}

fn sid(start: &str, text: &str) -> Result<String, String> {
    let rest = text.strip_prefix(start).unwrap_or_default();
    if rest.len() == 32 && rest.bytes().all(|b| b.is_ascii_hexdigit()) {
        Ok(text.into())
    } else {
        Err(format!("{start} followed by 32 hexadecimal digits"))
    }
}

pub fn log_filter(text: &str) -> Result<String, String> {
    tracing_subscriber::EnvFilter::try_new(text)
        .map(|_| text.to_owned())
        .map_err(|_| "levels such as info or info,gangway=debug".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_addresses_have_no_path_and_no_password() {
        assert!(origin("https://gangway.example").is_ok());
        for wrong in [
            "gangway.example",
            "ftp://gangway.example",
            "https://gangway.example/app",
            "https://me:pw@gangway.example",
            "https://gangway.example/?a=b",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn numbers_stay_in_their_range() {
        assert_eq!(number::<u16, 1, 600>("600"), Ok(600));
        for wrong in ["0", "601", "-1", "1.5", "", "99999999999999999999"] {
            assert!(number::<u16, 1, 600>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn targets_are_hosts_with_port_or_networks() {
        assert_eq!(
            allowed_targets("smtp.lan:25, 10.1.0.0/16,[::1]:8090, [fd00::/8]:8443"),
            Ok(vec![
                Allowed::Host {
                    host: "smtp.lan".into(),
                    port: 25
                },
                Allowed::Network {
                    network: "10.1.0.0/16".parse().unwrap(),
                    port: None
                },
                Allowed::Host {
                    host: "::1".into(),
                    port: 8090
                },
                Allowed::Network {
                    network: "fd00::/8".parse().unwrap(),
                    port: Some(8443)
                },
            ])
        );
        assert!(allowed_targets("smtp.lan").is_err());
        assert!(allowed_targets("10.1.0.0/16:0").is_err());
    }

    #[test]
    fn ss_08_ports_of_mail_servers_are_no_web_ports() {
        assert_eq!(web_ports("80, 443,9000"), Ok(vec![80, 443, 9000]));
        for wrong in ["25", "80,465", "587", "22", "0", "65536", "http"] {
            assert!(web_ports(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_single_address_is_a_network_of_one() {
        assert_eq!(
            networks("192.168.1.7").unwrap()[0].to_string(),
            "192.168.1.7/32"
        );
        assert_eq!(networks("").unwrap(), []);
    }
}
