//! TN-13: a query on a partner's data cannot be written without the partner. `all` and `change_all`, which
//! ask for none, belong to `OfNobody`; that no table of partners has it is seen when this is compiled. The
//! plain `find` is refused by clippy.

use crate::support::{World, has_not};
use gangway_entities::finders::{OfNobody, OfPartner};
use gangway_entities::{
    api_key, client, client_domain, client_hours, client_import, client_import_client,
    client_import_match, client_import_row, client_staff, client_tech_group, consent,
    consent_wording, contact, conversation, custom_field, custom_value, event, file, handover,
    installation_call, installation_check, invite, mail, message, number_order, onboarding,
    partner, partner_link, place, quick_reply, schedule, site, tech_group, tech_group_member,
    texting_setting, widget_application, widget_style,
};
use std::collections::BTreeSet;

/// Work of all partners together: a job names its partner in its payload and looks it up again.
const OF_NOBODY: &str = "jobs";

fn table<T: OfPartner + Default>() -> String {
    T::default().table_name().to_owned()
}

#[tokio::test]
async fn tn_13_a_query_that_names_no_partner_does_not_compile() {
    has_not!(
        OfNobody: api_key::Entity,
        client::Entity,
        client_import::Entity,
        client_import_client::Entity,
        client_import_match::Entity,
        client_import_row::Entity,
        client_domain::Entity,
        client_hours::Entity,
        client_staff::Entity,
        client_tech_group::Entity,
        contact::Entity,
        custom_field::Entity,
        custom_value::Entity,
        site::Entity,
        tech_group::Entity,
        tech_group_member::Entity,
        consent::Entity,
        consent_wording::Entity,
        conversation::Entity,
        event::Entity,
        file::Entity,
        handover::Entity,
        installation_call::Entity,
        installation_check::Entity,
        invite::Entity,
        mail::Entity,
        message::Entity,
        number_order::Entity,
        onboarding::Entity,
        partner::Entity,
        partner_link::Entity,
        place::Entity,
        widget_style::Entity,
        schedule::Entity,
        widget_application::Entity,
        quick_reply::Entity,
        texting_setting::Entity,
    );
    let held = [
        table::<api_key::Entity>(),
        table::<client::Entity>(),
        table::<client_import::Entity>(),
        table::<client_import_client::Entity>(),
        table::<client_import_match::Entity>(),
        table::<client_import_row::Entity>(),
        table::<client_domain::Entity>(),
        table::<client_hours::Entity>(),
        table::<client_staff::Entity>(),
        table::<client_tech_group::Entity>(),
        table::<contact::Entity>(),
        table::<custom_field::Entity>(),
        table::<custom_value::Entity>(),
        table::<site::Entity>(),
        table::<tech_group::Entity>(),
        table::<tech_group_member::Entity>(),
        table::<consent::Entity>(),
        table::<consent_wording::Entity>(),
        table::<conversation::Entity>(),
        table::<event::Entity>(),
        table::<file::Entity>(),
        table::<handover::Entity>(),
        table::<installation_call::Entity>(),
        table::<installation_check::Entity>(),
        table::<invite::Entity>(),
        table::<mail::Entity>(),
        table::<message::Entity>(),
        table::<number_order::Entity>(),
        table::<onboarding::Entity>(),
        table::<partner_link::Entity>(),
        table::<place::Entity>(),
        table::<consent::Entity>(),
        table::<consent_wording::Entity>(),
        table::<quick_reply::Entity>(),
        table::<texting_setting::Entity>(),
        table::<widget_style::Entity>(),
        table::<schedule::Entity>(),
        table::<widget_application::Entity>(),
        table::<quick_reply::Entity>(),
        table::<texting_setting::Entity>(),
        OF_NOBODY.to_owned(),
    ];
    let world = World::start().await;
    let sql = if world.context().db.is_postgres() {
        "select table_name::text from information_schema.columns
         where table_schema = 'public' and column_name = 'partner_id'"
    } else {
        "select m.name from sqlite_master m, pragma_table_info(m.name) c
         where m.type = 'table' and c.name = 'partner_id'"
    };
    let there: BTreeSet<String> = world.texts(sql).await.into_iter().collect();
    assert_eq!(
        there,
        BTreeSet::from(held),
        "a table of partners is new: it belongs above"
    );
}
