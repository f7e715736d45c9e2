use super::domain_name::DomainName;
use super::rejection::Rejection;
use super::string_form::string_form;

const PUBLIC: Rejection = Rejection::new(
    "public_domain",
    "Everybody can have an address at this mail provider. Enter a domain of the company's own, or leave it out.",
);

/// A domain of a company's own mail, in lower case and ASCII form: what stands after the `@`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailDomain(DomainName);

impl EmailDomain {
    /// Codes: `required`, `invalid_domain`, `public_domain`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        Self::own(DomainName::parse(value)?)
    }

    /// A domain that belongs to a company. Code: `public_domain`.
    pub fn own(domain: DomainName) -> Result<Self, Rejection> {
        if domain.is_shared() {
            Err(PUBLIC)
        } else {
            Ok(Self(domain))
        }
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

string_form!(
    EmailDomain,
    "A domain of a company's own mail, in lower case and ASCII form.",
    "companyname.com"
);

#[cfg(test)]
mod tests {
    use super::*;

    fn code(value: &str) -> &'static str {
        EmailDomain::parse(value).expect_err(value).code
    }

    #[test]
    fn d14_a_domain_is_a_name_and_nothing_besides() {
        let parsed = EmailDomain::parse(" E.Example.COM ").expect("a domain");
        assert_eq!(parsed.as_str(), "e.example.com");
        for wrong in [
            "http://f.example.com",
            "@g.example.com",
            "localhost",
            "a.com;b.com",
        ] {
            assert_eq!(code(wrong), "invalid_domain", "{wrong}");
        }
        assert_eq!(code(" "), "required");
    }

    #[test]
    fn d14_providers_for_everybody_are_no_company_s_own() {
        assert_eq!(code("GMAIL.com"), "public_domain");
    }
}
