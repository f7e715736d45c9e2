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
