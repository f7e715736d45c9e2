//! The orders in which clients are listed, and the places in them.

use crate::extract::{Asked, Caller, no_cursor};
use crate::keys::hex;
use crate::refusal::Refusal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::DateTime;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Page;
use gangway_entities::client::{Column, Entity, Model};
use ring::digest::{SHA256, digest};
use sea_orm::{
    ColumnTrait as _, Condition, Order as Way, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Select, Value,
};
use uuid::Uuid;

/// Characters that tell whose cursor it is.
const MARK: usize = 16;

/// An order of clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    by: By,
    descending: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Name,
    Created,
    Updated,
}

impl Order {
    /// The order of that name; newest first where none is named.
    pub fn parse(text: Option<&str>) -> Result<Self, Refusal> {
        let text = text.unwrap_or("-created_at");
        let (name, descending) = match text.strip_prefix('-') {
            Some(name) => (name, true),
            None => (text, false),
        };
        let known = [By::Name, By::Created, By::Updated];
        let by = known.into_iter().find(|by| by.as_str() == name);
        by.map(|by| Self { by, descending }).ok_or_else(|| {
            let words =
                "sort is name, created_at or updated_at, with - in front for the other way round.";
            Refusal::new(ProblemCode::BadParameter, words)
        })
    }

    /// Orders the clients, and takes one more than the page holds, to know whether more follows.
    pub fn slice(
        self,
        rows: Select<Entity>,
        caller: &Caller,
        asked: &Asked,
    ) -> Result<Select<Entity>, Refusal> {
        let column = self.by.column();
        let rows = match &asked.cursor {
            None => rows,
            Some(cursor) => {
                let (value, id) = self.read(caller, cursor).ok_or_else(no_cursor)?;
                let beyond = |column: Column, value: Value| {
                    if self.descending {
                        column.lt(value)
                    } else {
                        column.gt(value)
                    }
                };
                let same = column.eq(value.clone());
                let tie = Condition::all()
                    .add(same)
                    .add(beyond(Column::Id, id.into()));
                rows.filter(Condition::any().add(beyond(column, value)).add(tie))
            }
        };
        let way = if self.descending { Way::Desc } else { Way::Asc };
        Ok(rows
            .order_by(column, way.clone())
            .order_by(Column::Id, way)
            .limit(asked.limit + 1))
    }

    /// Cuts what [`Order::slice`] found to the page, and says where the next begins.
    pub fn page<R, T>(
        self,
        caller: &Caller,
        asked: &Asked,
        mut rows: Vec<R>,
        client: fn(&R) -> &Model,
        show: impl FnMut(R) -> T,
    ) -> Page<T> {
        let limit = usize::try_from(asked.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let last = rows.last().filter(|_| more);
        Page {
            next: last.map(|row| self.write(caller, client(row))),
            data: rows.into_iter().map(show).collect(),
            total: None,
        }
    }

    fn write(self, caller: &Caller, row: &Model) -> String {
        let value = match self.by {
            By::Name => row.sort_name.clone(),
            By::Created => row.created_at.timestamp_millis().to_string(),
            By::Updated => row.updated_at.timestamp_millis().to_string(),
        };
        URL_SAFE_NO_PAD.encode(format!("{}|{}|{value}", self.mark(caller), row.id))
    }

    fn read(self, caller: &Caller, cursor: &str) -> Option<(Value, Uuid)> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let mut parts = std::str::from_utf8(&bytes).ok()?.splitn(3, '|');
        parts.next().filter(|mark| *mark == self.mark(caller))?;
        let id = parts.next()?.parse().ok()?;
        let value = parts.next()?;
        let value = match self.by {
            By::Name => Value::from(value),
            By::Created | By::Updated => {
                Value::from(DateTime::from_timestamp_millis(value.parse().ok()?)?)
            }
        };
        Some((value, id))
    }

    /// Whose cursor it is, and of which order. It protects nothing: it tells mistakes.
    fn mark(self, caller: &Caller) -> String {
        let named = (
            caller.partner,
            caller.principal(),
            self.by.as_str(),
            self.descending,
        );
        let hash = hex(digest(&SHA256, format!("{named:?}").as_bytes()).as_ref());
        hash.chars().take(MARK).collect()
    }
}

impl By {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Created => "created_at",
            Self::Updated => "updated_at",
        }
    }

    const fn column(self) -> Column {
        match self {
            Self::Name => Column::SortName,
            Self::Created => Column::CreatedAt,
            Self::Updated => Column::UpdatedAt,
        }
    }
}
