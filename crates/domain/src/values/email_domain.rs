use super::host;
use super::rejection::Rejection;
use super::string_form::string_form;

const REQUIRED: Rejection = Rejection::required("Enter a domain, like companyname.com.");
const INVALID: Rejection = Rejection::new(
    "invalid_domain",
    "Enter the part of an email address after the @, like companyname.com, without http:// or @.",
);
const PUBLIC: Rejection = Rejection::new(
    "public_domain",
    "Everybody can have an address at this mail provider. Enter a domain of the company's own, or leave it out.",
);

/// Providers at which anybody can have an address.
const PUBLIC_PROVIDERS: &[&str] = &[
    "126.com",
    "163.com",
    "aim.com",
    "aol.com",
    "att.net",
    "bellsouth.net",
    "bigpond.com",
    "bt.com",
    "btinternet.com",
    "charter.net",
    "comcast.net",
    "cox.net",
    "earthlink.net",
    "fastmail.com",
    "free.fr",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hey.com",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.es",
    "hotmail.fr",
    "hotmail.it",
    "hushmail.com",
    "icloud.com",
    "inbox.com",
    "juno.com",
    "laposte.net",
    "libero.it",
    "live.co.uk",
    "live.com",
    "live.nl",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "naver.com",
    "orange.fr",
    "outlook.com",
    "outlook.de",
    "outlook.fr",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rediffmail.com",
    "rocketmail.com",
    "sbcglobal.net",
    "sfr.fr",
    "sky.com",
    "t-online.de",
    "telus.net",
    "tutanota.com",
    "verizon.net",
    "virginmedia.com",
    "wanadoo.fr",
    "web.de",
    "xtra.co.nz",
    "yahoo.ca",
    "yahoo.co.in",
    "yahoo.co.jp",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.com.au",
    "yahoo.com.br",
    "yahoo.de",
    "yahoo.fr",
    "yandex.com",
    "yandex.ru",
    "ymail.com",
    "zoho.com",
];

/// A domain of a company's own mail, in lower case and ASCII form: what stands after the `@`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailDomain(String);

impl EmailDomain {
    /// Codes: `required`, `invalid_domain`, `public_domain`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        let name = host::canonical_name(text).ok_or(INVALID)?;
        if PUBLIC_PROVIDERS.binary_search(&name.as_str()).is_ok() {
            return Err(PUBLIC);
        }
        Ok(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
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
        assert!(PUBLIC_PROVIDERS.is_sorted());
        assert_eq!(code("GMAIL.com"), "public_domain");
    }
}
