//! Everything of a client, table by table, what names a row before the row.

use crate::context::Context;
use crate::files;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_entities::finders::{OfClient, OfPartner as _, remove_links_to};
use gangway_entities::{
    client, client_domain, client_hours, client_import_client, client_staff, client_tech_group,
    consent, consent_wording, contact, conversation, custom_value, handover, installation_call,
    installation_check, invite, mail, message, number_order, onboarding, place, quick_reply,
    schedule, site, texting_setting, widget_application, widget_style,
};
use sea_orm::{ColumnTrait as _, DatabaseTransaction, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

/// Rows of one transaction: others who wait to write get their turn in between.
const ROWS: u64 = 500;

/// Removes whatever is a client's, but for its own row.
pub(super) async fn clear(
    ctx: &Context,
    partner: PartnerId,
    client: ClientId,
) -> Result<(), Refusal> {
    clear_many::<message::Entity>(ctx, partner, client).await?;
    clear_many::<conversation::Entity>(ctx, partner, client).await?;
    clear_many::<consent::Entity>(ctx, partner, client).await?;
    clear_many::<consent_wording::Entity>(ctx, partner, client).await?;
    clear_many::<installation_check::Entity>(ctx, partner, client).await?;
    letters(ctx, partner, client).await?;
    let tx = ctx.db.begin().await?;
    files::take_all_out(ctx, &tx, partner, client).await?;
    settings(&tx, partner, client).await?;
    record(&tx, partner, client).await?;
    people(&tx, partner, client).await?;
    tx.commit().await?;
    Ok(())
}

/// Removes the client's own row. False where another run did.
pub(super) async fn remove_client(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<bool, Refusal> {
    let done = client::Entity::remove(partner, client)
        .filter(client::Column::DeletedAt.is_not_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Removes the rows of a table that may be long, some at a time.
async fn clear_many<E: OfClient>(
    ctx: &Context,
    partner: PartnerId,
    client: ClientId,
) -> Result<(), Refusal> {
    loop {
        let some = E::of_client(partner, client)
            .select_only()
            .column(E::id_column())
            .limit(ROWS);
        let some: Vec<Uuid> = some.into_tuple().all(ctx.db.reader()).await?;
        if some.is_empty() {
            return Ok(());
        }
        let tx = ctx.db.begin().await?;
        E::remove_of_client(partner, client)
            .filter(E::id_column().is_in(some))
            .exec(&tx)
            .await?;
        tx.commit().await?;
    }
}

/// Mails about itself, and mails and links about its invitations and handed-over steps.
async fn letters(ctx: &Context, partner: PartnerId, client: ClientId) -> Result<(), Refusal> {
    let mut about = vec![client.0];
    about.extend(ids::<invite::Entity>(ctx, partner, client).await?);
    about.extend(ids::<handover::Entity>(ctx, partner, client).await?);
    for some in about.chunks(500) {
        let tx = ctx.db.begin().await?;
        mail::Entity::remove_some(partner)
            .filter(mail::Column::SubjectId.is_in(some.iter().copied()))
            .exec(&tx)
            .await?;
        remove_links_to(some).exec(&tx).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn ids<E: OfClient>(
    ctx: &Context,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<Uuid>, Refusal> {
    let ids = E::of_client(partner, client)
        .select_only()
        .column(E::id_column());
    Ok(ids.into_tuple().all(ctx.db.reader()).await?)
}

macro_rules! clear_all {
    ($tx:expr, $partner:expr, $client:expr, $($table:ident),+ $(,)?) => {
        $($table::Entity::remove_of_client($partner, $client).exec($tx).await?;)+
    };
}

async fn settings(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<(), Refusal> {
    clear_all!(
        tx,
        partner,
        client,
        texting_setting,
        quick_reply,
        widget_application,
        schedule,
        widget_style,
        installation_call,
        number_order,
        onboarding,
    );
    Ok(())
}

async fn record(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<(), Refusal> {
    clear_all!(
        tx,
        partner,
        client,
        contact,
        site,
        client_hours,
        client_domain,
        client_staff,
        client_tech_group,
        client_import_client,
        custom_value,
    );
    Ok(())
}

/// Its users' places, their invitations before them. The people stay: they may have other places.
async fn people(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<(), Refusal> {
    clear_all!(tx, partner, client, handover, invite, place);
    Ok(())
}
