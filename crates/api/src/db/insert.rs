//! Many rows into a table, some at a time.

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait as _};

/// Rows of one statement. Few enough that one is over in a moment, so that whoever waits for a processor
/// has it soon; and of a long list all are of the same text, which the database knows already.
pub const ROWS: usize = 100;

/// Inserts rows, in as many statements as it takes.
pub async fn insert_all<A: ActiveModelTrait>(
    tx: &impl ConnectionTrait,
    rows: Vec<A>,
) -> Result<(), DbErr> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<A> = rows.by_ref().take(ROWS).collect();
        A::Entity::insert_many(some)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
