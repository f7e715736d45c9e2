use super::parts::Parts;
use leptos::prelude::*;

/// Which parts they changed.
pub(super) fn differences(before: &Parts, now: &Parts) -> AnyView {
    let parts = [
        ("the name", before.name == now.name),
        ("the company email", before.email == now.email),
        ("the phone", before.phone == now.phone),
        ("the primary contact", before.primary == now.primary),
        ("the secondary contact", before.secondary == now.secondary),
        ("the sites", before.sites == now.sites),
        ("the business hours", before.hours == now.hours),
        ("the email domains", before.domains == now.domains),
        (
            "the account manager",
            before.account_manager == now.account_manager,
        ),
        ("the groups", before.tech_groups == now.tech_groups),
        ("the additional properties", before.values == now.values),
    ];
    let changed = parts.into_iter().filter(|(_, same)| !same);
    let changed: Vec<_> = changed.map(|(name, _)| name).collect();
    let told = if changed.is_empty() {
        "They changed nothing that stands here, perhaps the engineers.".to_owned()
    } else {
        format!("They changed {}.", changed.join(", "))
    };
    view! { <p>{told}</p> }.into_any()
}
