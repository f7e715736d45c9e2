use super::known::Known;
use super::values::{line, mail_link, phone_link, text, web_link};
use crate::components::{Definition, Definitions, RelativeTime};
use crate::pages::clients::status::client_badge;
use crate::pages::sms_number::number_words;
use gangway_domain::wire::{StaffBrief, TechGroupBrief};
use leptos::prelude::*;

/// The company, and who looks after it.
pub(super) fn details_card(known: &Known) -> AnyView {
    let Known { client, record } = known;
    let domains = (!record.email_domains.is_empty()).then(|| text(record.email_domains.join(", ")));
    let only = |term, value: Option<AnyView>| value.map(|value| line(term, Some(value)));
    let website = client.website.clone().map(web_link);
    let reply_to = client.reply_to.clone().map(mail_link);
    let texts = client.sms_number.as_deref().map(number_words).map(text);
    let by = client.created_by.as_ref().map(|by| format!(" by {by}"));
    let (state, created_at, updated_at) = (client.state, record.created_at, record.updated_at);
    let lines = [
        line("Email", record.email.clone().map(mail_link)).into(),
        line("Phone", record.phone.as_ref().map(phone_link)).into(),
        only("Website", website),
        only("Reply-to address", reply_to),
        only("Number for texts", texts),
        line("Email domains", domains).into(),
        line(
            "Account manager",
            record.account_manager.as_ref().map(person),
        )
        .into(),
        line("Groups", groups(&record.tech_groups)).into(),
    ];
    let lines: Vec<Option<AnyView>> = lines.into();
    view! {
        <section class="card-box" aria-labelledby="company-heading">
            <h2 id="company-heading" class="mb-2">
                "Company"
            </h2>
            <Definitions>
                <Definition term="Status">{client_badge(state)}</Definition>
                {lines}
                <Definition term="Created">
                    <RelativeTime at=created_at />
                    {by}
                </Definition>
                <Definition term="Last change">
                    <RelativeTime at=updated_at />
                </Definition>
            </Definitions>
        </section>
    }
    .into_any()
}

fn person(person: &StaffBrief) -> AnyView {
    let gone =
        (!person.is_active).then(|| view! { <span class="text-muted">" (deactivated)"</span> });
    view! {
        <span class="break-words" title=person.email.clone()>
            {person.name.clone()}
            {gone}
        </span>
    }
    .into_any()
}

fn groups(groups: &[TechGroupBrief]) -> Option<AnyView> {
    let names: Vec<_> = groups.iter().map(|group| group.name.as_str()).collect();
    (!names.is_empty()).then(|| text(names.join(", ")))
}
