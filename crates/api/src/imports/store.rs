//! The table of imports.

use super::findings::Findings;
use super::tidy;
use crate::context::Context;
use crate::extract::Caller;
use crate::jobs::{self, Job};
use crate::refusal::Refusal;
use gangway_domain::ids::{FileId, ImportId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::ClientReach;
use gangway_domain::wire::ImportState;
use gangway_entities::client_import::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::ActiveValue::NotSet;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DatabaseTransaction,
    EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

/// Imports of a partner at once that keep their file.
const MOST_OPEN: u64 = 20;

/// The imports a caller may see: those who see only clients of their own see their own lists.
pub fn visible(caller: &Caller) -> Select<Entity> {
    let all = Entity::of(caller.partner);
    match caller.reach() {
        ClientReach::All => all,
        _ => all.filter(Column::CreatedBy.eq(caller.place_id.0)),
    }
}

/// An import the caller may see.
pub async fn require(
    db: &impl ConnectionTrait,
    caller: &Caller,
    id: ImportId,
) -> Result<Model, Refusal> {
    let found = visible(caller).filter(Column::Id.eq(id.0)).one(db).await?;
    found.ok_or_else(Refusal::not_found)
}

/// An import by its id, for the job.
pub async fn load(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: ImportId,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::one_of(partner, id).one(db).await?)
}

/// The newest import of the same content that stands: at work, waiting to be confirmed, or done.
pub async fn same(
    db: &impl ConnectionTrait,
    caller: &Caller,
    digest: &str,
) -> Result<Option<Model>, Refusal> {
    use ImportState::{Checking, Done, Importing, Ready};
    let standing = [Checking, Ready, Importing, Done].map(ImportState::as_str);
    let found = visible(caller)
        .filter(Column::Digest.eq(digest))
        .filter(Column::State.is_in(standing))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id);
    Ok(found.one(db).await?)
}

/// Makes room for one more list, or refuses where the partner has as many open ones as it may have. The
/// oldest that was refused and only waits to be matched gives way.
pub async fn make_room(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
) -> Result<(), Refusal> {
    let open = Entity::of(partner).filter(Column::FileKept.eq(true));
    if open.clone().count(tx).await? < MOST_OPEN {
        return Ok(());
    }
    let refused = open
        .filter(Column::State.eq(ImportState::Refused.as_str()))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id);
    if let Some(oldest) = refused.one(tx).await? {
        let now = let_file_go(ctx, tx, oldest.clone()).await?;
        write(ctx, tx, &oldest, now)
            .await?
            .ok_or_else(Refusal::stale)?;
        return Ok(());
    }
    let words = format!(
        "{MOST_OPEN} lists wait to be imported, which is the most. Confirm or cancel one of them."
    );
    Err(Refusal::new(ProblemCode::QuotaReached, words))
}

/// Which of these are lists whose file is still needed.
pub async fn keeping(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    files: &[FileId],
) -> Result<Vec<FileId>, Refusal> {
    let ids = files.iter().map(|file| file.0);
    let kept: Vec<Uuid> = Entity::of(partner)
        .select_only()
        .column(Column::Id)
        .filter(Column::Id.is_in(ids))
        .filter(Column::FileKept.eq(true))
        .into_tuple()
        .all(db)
        .await?;
    Ok(kept.into_iter().map(FileId).collect())
}

/// A list that was uploaded.
pub struct NewImport<'a> {
    /// Its id, which names its file as well.
    pub id: ImportId,
    /// What the file is called, cleaned.
    pub file_name: &'a str,
    /// How large it is.
    pub file_bytes: usize,
    /// SHA-256 of it, in hex.
    pub digest: &'a str,
}

/// Writes a list down, still to be checked; what is kept of it will go.
pub async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    new: &NewImport<'_>,
) -> Result<Model, Refusal> {
    let now = ctx.now();
    let row = Model {
        partner_id: caller.partner.0,
        id: new.id.0,
        state: ImportState::Checking.as_str().to_owned(),
        file_name: new.file_name.to_owned(),
        file_bytes: i64::try_from(new.file_bytes).map_err(Refusal::internal)?,
        file_kept: true,
        digest: new.digest.to_owned(),
        columns: json!([]),
        faults: json!([]),
        changes: json!([]),
        preview: json!([]),
        header: json!([]),
        header_digest: String::new(),
        is_matched: false,
        rows_read: 0,
        good: 0,
        faulty: 0,
        corrected: 0,
        created: 0,
        undone: 0,
        cursor: 0,
        created_by: caller.place_id.0,
        api_key_id: caller.key().map(Into::into),
        acting_place: Some(caller.place_id.0),
        acting_key: caller.key().map(Into::into),
        created_at: now,
        checked_at: None,
        confirmed_at: None,
        finished_at: None,
        updated_at: now,
        version: 1,
    };
    Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(tx)
        .await?;
    tidy::schedule(ctx, tx, &row, tidy::until(ctx, now)).await?;
    Ok(row)
}

/// Writes an import as it is now to be, unless somebody else has written it since it was read. None then.
pub async fn write(
    ctx: &Context,
    tx: &DatabaseTransaction,
    before: &Model,
    now: Model,
) -> Result<Option<Model>, Refusal> {
    let now = Model {
        updated_at: ctx.now(),
        version: before.version + 1,
        ..now
    };
    // Its key stays: where one is set, SQLite reads all rows that hang on it.
    let all = ActiveModel {
        partner_id: NotSet,
        id: NotSet,
        ..now.clone().into_active_model().reset_all()
    };
    let done = Entity::change(PartnerId(before.partner_id), before.id)
        .set(all)
        .filter(Column::Version.eq(before.version))
        .exec(tx)
        .await?;
    Ok((done.rows_affected == 1).then_some(now))
}

/// Whether nobody has written an import since it was read; nobody does until the transaction ends.
pub async fn is_as_read(
    ctx: &Context,
    tx: &DatabaseTransaction,
    import: &Model,
) -> Result<bool, Refusal> {
    let mut row = Entity::one_of(PartnerId(import.partner_id), import.id)
        .filter(Column::Version.eq(import.version));
    if ctx.db.is_postgres() {
        row = row.lock(LockType::NoKeyUpdate);
    }
    Ok(row.one(tx).await?.is_some())
}

/// The import with what was found in its file.
pub fn with(row: Model, findings: &Findings) -> Result<Model, Refusal> {
    let Findings {
        header,
        columns,
        rows,
        good,
        faulty,
        changes,
        preview,
        faults,
    } = findings;
    Ok(Model {
        header: stored(&header.columns)?,
        header_digest: header.digest.clone(),
        is_matched: header.is_matched,
        columns: stored(columns)?,
        rows_read: *rows,
        good: *good,
        faulty: *faulty,
        corrected: 0,
        changes: stored(changes)?,
        preview: stored(preview)?,
        faults: stored(faults)?,
        ..row
    })
}

/// The file is no longer needed: its object is removed after the commit.
pub async fn let_file_go(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: Model,
) -> Result<Model, Refusal> {
    let (partner, file) = (PartnerId(row.partner_id), FileId(row.id));
    if row.file_kept {
        let job = Job::FileRemoved { partner, file };
        let key = Some(format!("file_removed:{file}"));
        jobs::enqueue(ctx, tx, job, Some(partner), key, ctx.now()).await?;
    }
    Ok(Model {
        file_kept: false,
        ..row
    })
}

/// Queues what Gangway is to do with an import, from where it stands.
pub async fn enqueue(ctx: &Context, tx: &DatabaseTransaction, row: &Model) -> Result<(), Refusal> {
    let (partner, import) = (PartnerId(row.partner_id), ImportId(row.id));
    let job = Job::ImportAdvanced { partner, import };
    // A job that goes on with what another one left is queued while that one still has its key.
    let key = format!("import_advanced:{import}:{}", row.version);
    jobs::enqueue(ctx, tx, job, Some(partner), Some(key), ctx.now()).await?;
    tidy::watch(ctx, tx, row).await
}

/// As it is stored. PostgreSQL takes no zero characters into JSON: a mark stands for each of them.
pub fn stored(value: &impl Serialize) -> Result<Value, Refusal> {
    let mut stored = serde_json::to_value(value).map_err(Refusal::internal)?;
    without_zeros(&mut stored);
    Ok(stored)
}

fn without_zeros(value: &mut Value) {
    match value {
        Value::String(text) if text.contains('\0') => *text = text.replace('\0', "\u{fffd}"),
        Value::Array(values) => values.iter_mut().for_each(without_zeros),
        Value::Object(fields) => fields.values_mut().for_each(without_zeros),
        _ => {}
    }
}
