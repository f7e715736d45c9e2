use std::{net::SocketAddr, sync::Arc};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::{
    Attempts,
    policy::{Policy, Refused},
};

/// Looks names up and keeps back what the policy does not let through, so that a name cannot lead
/// where a literal address may not. Every new connection to a name passes here.
pub(super) struct Resolver {
    pub policy: Arc<Policy>,
    pub attempts: Attempts,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (policy, attempts) = (self.policy.clone(), self.attempts.clone());
        Box::pin(async move {
            let host = name.as_str();
            let found: Vec<SocketAddr> = tokio::net::lookup_host((host, 0)).await?.collect();
            let named = policy.is_named(host);
            let allowed: Vec<_> = found
                .into_iter()
                .filter(|a| named || policy.may_reach(a.ip()))
                .collect();
            attempts.note(host, !allowed.is_empty());
            if allowed.is_empty() {
                return Err(Refused::NotPublic(host.to_owned()).into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}
