//! Reading the chains of events.

use super::heard::{Heard, Row};
use gangway_domain::ids::PartnerId;
use gangway_entities::event::Column;
use gangway_entities::event_chain::{self, Entity as Chain};
use gangway_entities::finders::{OfNobody as _, events_of_chain};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Partners asked about at once, well below what a statement may have of parameters.
const PARTNERS: usize = 500;

/// The place of the newest event of a partner.
pub async fn head(db: &impl ConnectionTrait, partner: PartnerId) -> Result<i64, DbErr> {
    let heads = heads(db, &[partner]).await?;
    Ok(heads.first().map_or(0, |(_, last)| *last))
}

/// The same of several partners.
pub async fn heads(
    db: &impl ConnectionTrait,
    partners: &[PartnerId],
) -> Result<Vec<(PartnerId, i64)>, DbErr> {
    let mut found: Vec<(Uuid, i64)> = Vec::new();
    for some in partners.chunks(PARTNERS) {
        let ids = some.iter().map(|partner| partner.0);
        let heads = Chain::all()
            .select_only()
            .columns([event_chain::Column::Id, event_chain::Column::LastSequence])
            .filter(event_chain::Column::Id.is_in(ids));
        found.extend(heads.into_tuple::<(Uuid, i64)>().all(db).await?);
    }
    let known = found.into_iter().map(|(id, last)| (PartnerId(id), last));
    Ok(known.collect())
}

/// The events of a partner that follow a place, oldest first.
pub async fn after(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    sequence: i64,
    limit: u64,
) -> Result<Vec<Heard>, DbErr> {
    let rows: Vec<Row> = events_of_chain(Some(partner))
        .select_only()
        .columns([
            Column::Sequence,
            Column::Kind,
            Column::ClientId,
            Column::SubjectId,
            Column::Data,
            Column::CreatedAt,
        ])
        .filter(Column::Hash.is_not_null())
        .filter(Column::Sequence.gt(sequence))
        .order_by_asc(Column::Sequence)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Heard::of).collect())
}
