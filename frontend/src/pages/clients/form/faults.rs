//! What is wrong with a record, where the page shows it.

use gangway_api_client::Failure;
use gangway_domain::problem::FieldError;
use gangway_domain::values::{Country, EmailDomain, Region};
use gangway_domain::wire::SaveSite;

const DOMAINS: &str = "/email_domains";
const GROUPS: &str = "/tech_groups";

/// Errors of the shared rules, each at a field of the page; what more is known about domains goes before.
pub(super) fn placed(found: Vec<FieldError>, domains: &[String]) -> Vec<FieldError> {
    let mut placed: Vec<FieldError> = wrong_domains(domains);
    let know_better = !placed.is_empty();
    let rest = found
        .into_iter()
        .filter(|error| !(know_better && error.pointer == DOMAINS));
    placed.extend(rest.map(|error| at_its_field(error, domains)));
    placed
}

/// The same for what the server answers.
pub(super) fn placed_failure(failure: Failure, domains: &[String]) -> Failure {
    match failure {
        Failure::Problem(mut problem) => {
            let errors = std::mem::take(&mut problem.errors).into_iter();
            problem.errors = errors.map(|error| at_its_field(error, domains)).collect();
            Failure::Problem(problem)
        }
        other => other,
    }
}

fn at_its_field(error: FieldError, domains: &[String]) -> FieldError {
    if let Some(index) = error.pointer.strip_prefix("/email_domains/") {
        let domain = index
            .parse()
            .ok()
            .and_then(|index: usize| domains.get(index));
        let message = match domain {
            Some(domain) => format!("{domain}: {}", error.message),
            None => error.message,
        };
        return FieldError {
            pointer: DOMAINS.to_owned(),
            message,
            ..error
        };
    }
    let site = error.pointer.strip_prefix("/sites/");
    let pointer = if error.pointer.starts_with("/tech_groups/") {
        GROUPS.to_owned()
    } else if error.pointer.ends_with("/phone") {
        format!("{}/number", error.pointer)
    } else if site.is_some_and(|index| index.parse::<usize>().is_ok()) {
        // Of the site as a whole: its country lacks.
        format!("{}/country", error.pointer)
    } else {
        error.pointer
    };
    FieldError { pointer, ..error }
}

fn wrong_domains(domains: &[String]) -> Vec<FieldError> {
    let wrong = |domain: &String| {
        let rejection = EmailDomain::parse(domain).err()?;
        Some(FieldError {
            pointer: DOMAINS.to_owned(),
            code: rejection.code.to_owned(),
            message: format!("{domain}: {rejection}"),
        })
    };
    domains.iter().filter_map(wrong).collect()
}

/// A country that is divided needs its part, as the server has it.
pub(super) fn missing_regions(sites: &[SaveSite]) -> Vec<FieldError> {
    let missing = |(index, site): (usize, &SaveSite)| {
        let country = Country::parse(site.country.as_deref()?).ok()?;
        let divided = Region::all_of(country).next().is_some();
        (divided && site.region.is_none()).then(|| FieldError {
            pointer: format!("/sites/{index}/region"),
            code: "required_together".to_owned(),
            message: "Choose the state, province or region, too.".to_owned(),
        })
    };
    sites.iter().enumerate().filter_map(missing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(pointer: &str) -> FieldError {
        FieldError {
            pointer: pointer.to_owned(),
            code: "wrong".to_owned(),
            message: "No.".to_owned(),
        }
    }

    #[test]
    fn d5_what_is_wrong_stands_at_a_field_of_the_page() {
        let domains = ["acme.example".to_owned(), "acme.test".to_owned()];
        for (told, shown) in [
            ("/phone", "/phone/number"),
            ("/primary_contact/phone", "/primary_contact/phone/number"),
            ("/sites/2", "/sites/2/country"),
            ("/sites/2/region", "/sites/2/region"),
            ("/tech_groups/0", "/tech_groups"),
            ("/email_domains/1", "/email_domains"),
            ("/name", "/name"),
        ] {
            let placed = placed(vec![error(told)], &domains);
            assert_eq!(
                placed.first().map(|error| error.pointer.as_str()),
                Some(shown)
            );
        }
        let placed = placed(vec![error("/email_domains/1")], &domains);
        let message = placed.first().map(|error| error.message.as_str());
        assert_eq!(message, Some("acme.test: No."));
    }

    #[test]
    fn d5_the_domain_that_is_wrong_is_named() {
        let domains = ["acme.example".to_owned(), "gmail.com".to_owned()];
        let placed = placed(vec![error("/email_domains")], &domains);
        assert_eq!(placed.len(), 1);
        let message = placed.first().map(|error| error.message.as_str());
        assert!(message.is_some_and(|message| message.starts_with("gmail.com: ")));
    }

    #[test]
    fn d13_a_country_that_is_divided_needs_its_part() {
        let site = |country: &str, region: Option<&str>| SaveSite {
            country: Some(country.to_owned()),
            region: region.map(str::to_owned),
            ..SaveSite::default()
        };
        let sites = [site("US", Some("NY")), site("US", None)];
        let missing = missing_regions(&sites);
        let pointers: Vec<_> = missing.iter().map(|error| error.pointer.as_str()).collect();
        assert!(pointers.contains(&"/sites/1/region"));
        assert!(!pointers.contains(&"/sites/0/region"));
        assert!(missing_regions(&[SaveSite::default()]).is_empty());
    }
}
