use super::check::Check;
use super::column::Column;
use super::fault::FaultCode;
use super::seen::Unique;
use crate::values::DomainName;

impl Check<'_> {
    /// Domains with commas between them, each once; nothing between two commas is no domain.
    pub(super) fn email_domains(&mut self) -> Vec<DomainName> {
        let mut domains = Vec::new();
        let text = self.text(Column::EmailDomains);
        let parts = text.split(',').map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            if let Some(domain) = self.domain(part).filter(|domain| !domains.contains(domain)) {
                domains.push(domain);
            }
        }
        let joined: Vec<_> = domains.iter().map(DomainName::as_str).collect();
        self.stored(Column::EmailDomains, &joined.join(","));
        domains
    }

    fn domain(&mut self, text: &str) -> Option<DomainName> {
        let column = Column::EmailDomains;
        let domain = match DomainName::parse(text) {
            Ok(domain) => domain,
            Err(rejection) => {
                let remedy = if text.contains(';') {
                    "Put commas between domains, like a.example,b.example.".into()
                } else {
                    rejection.message
                };
                let reason = "There is something that is no domain.";
                self.refuse(column, FaultCode::InvalidDomain, reason, remedy);
                return None;
            }
        };
        if domain.is_shared() {
            self.refuse(
                column,
                FaultCode::PublicDomain,
                format!("Anybody can have an address at {domain}."),
                "Enter domains that belong to the client only.",
            );
        } else if self.known.has_domain(&domain) {
            self.taken(column, &format!("Another client has the domain {domain}."));
        } else if let Some(first) = self.seen.claim(Unique::Domain, domain.as_str(), self.row) {
            self.repeated(column, &format!("domain {domain}"), first);
        }
        Some(domain)
    }
}
