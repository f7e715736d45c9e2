//! From a URL to a connection: what was judged is what is connected to.

use std::net::{IpAddr, SocketAddr};

use tokio::time::timeout;
use url::Url;

use super::NotFetched;
use super::fetch::Fetcher;
use crate::outgoing::policy::Refused;
use crate::outgoing::roads::Stream;
use crate::outgoing::target::Target;

/// Addresses of a name that are tried.
const TRIED: usize = 4;

/// A new connection for a URL.
pub(super) async fn connect(fetcher: &Fetcher, url: &Url) -> Result<Box<dyn Stream>, NotFetched> {
    let found = async {
        let target = Target::of(url, &fetcher.policy).map_err(Stopped::Refused)?;
        let found = look_up(fetcher, &target).await?;
        let checked = target.checked(&found, &fetcher.policy);
        Ok((target, checked.map_err(Stopped::Refused)?))
    };
    match found.await {
        Ok((target, addresses)) => {
            fetcher.attempts.note_typed(&target.name(), true);
            open(fetcher, &target, addresses).await
        }
        Err(Stopped::Unknown) => Err(NotFetched::NotFound),
        Err(Stopped::Refused(refused)) => {
            kept_back(fetcher, url, &refused);
            Err(NotFetched::NotFound)
        }
    }
}

enum Stopped {
    Unknown,
    Refused(Refused),
}

/// What the operator learns and the caller does not.
fn kept_back(fetcher: &Fetcher, url: &Url, refused: &Refused) {
    let host = url.host_str().unwrap_or_default();
    fetcher.attempts.note_typed(host, false);
    tracing::warn!(
        host,
        port = url.port_or_known_default(),
        "a connection was kept back: {refused}"
    );
}

async fn look_up(fetcher: &Fetcher, target: &Target) -> Result<Vec<IpAddr>, Stopped> {
    if let Some(ip) = target.literal() {
        return Ok(vec![ip]);
    }
    let name = target.name();
    let found = timeout(fetcher.bounds.lookup, fetcher.roads.addresses(&name)).await;
    match found {
        Ok(Ok(found)) if !found.is_empty() => Ok(found),
        _ => Err(Stopped::Unknown),
    }
}

/// The first address that takes the connection; IPv4 first, since it is everywhere.
async fn open(
    fetcher: &Fetcher,
    target: &Target,
    mut addresses: Vec<SocketAddr>,
) -> Result<Box<dyn Stream>, NotFetched> {
    addresses.sort_by_key(SocketAddr::is_ipv6);
    addresses.truncate(TRIED);
    let name = target.name();
    let tls_name = target.is_https.then_some(name.as_str());
    let share = fetcher.bounds.connect / u32::try_from(addresses.len().max(1)).unwrap_or(1);
    for address in addresses {
        if let Ok(Ok(stream)) = timeout(share, fetcher.roads.open(address, tls_name)).await {
            return Ok(stream);
        }
    }
    Err(NotFetched::Unreachable)
}
