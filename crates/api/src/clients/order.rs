//! The orders in which clients are listed, and the places in them.

use crate::extract::{Asked, no_cursor};
use crate::refusal::Refusal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::DateTime;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Page;
use gangway_entities::client::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait as _, Condition, Order as Way, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Select, Value,
};
use uuid::Uuid;

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
    pub fn slice(self, rows: Select<Entity>, asked: &Asked) -> Result<Select<Entity>, Refusal> {
        let column = self.by.column();
        let rows = match &asked.cursor {
            None => rows,
            Some(cursor) => {
                let (value, id) = self.read(cursor).ok_or_else(no_cursor)?;
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
            next: last.map(|row| self.write(client(row))),
            data: rows.into_iter().map(show).collect(),
            total: None,
        }
    }

    /// As in other lists where they are in the order of those; else the order is in front of the place, so
    /// that a cursor of another order is none.
    fn write(self, row: &Model) -> String {
        let place = match self.by {
            By::Name => format!("{}|{}", row.id, row.sort_name),
            By::Created => format!("{}|{}", row.created_at.timestamp_millis(), row.id),
            By::Updated => format!("{}|{}", row.updated_at.timestamp_millis(), row.id),
        };
        URL_SAFE_NO_PAD.encode(format!("{}{place}", self.mark()))
    }

    fn read(self, cursor: &str) -> Option<(Value, Uuid)> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let text = std::str::from_utf8(&bytes).ok()?;
        let (one, two) = text.strip_prefix(self.mark())?.split_once('|')?;
        if self.by == By::Name {
            return Some((Value::from(two), one.parse().ok()?));
        }
        let at = DateTime::from_timestamp_millis(one.parse().ok()?)?;
        Some((Value::from(at), two.parse().ok()?))
    }

    const fn mark(self) -> &'static str {
        match (self.by, self.descending) {
            (By::Created, true) => "",
            (By::Created, false) => "created_at|",
            (By::Updated, true) => "-updated_at|",
            (By::Updated, false) => "updated_at|",
            (By::Name, true) => "-name|",
            (By::Name, false) => "name|",
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn id_05_a_cursor_of_another_order_is_none() {
        let orders = [
            "-created_at",
            "created_at",
            "-updated_at",
            "updated_at",
            "-name",
            "name",
        ];
        let id = Uuid::from_u128(7);
        for one in orders {
            let order = Order::parse(Some(one)).expect("an order");
            let place = match order.by {
                By::Name => format!("{id}|a|b"),
                By::Created | By::Updated => format!("1000|{id}"),
            };
            let cursor = URL_SAFE_NO_PAD.encode(format!("{}{place}", order.mark()));
            for other in orders {
                let read = Order::parse(Some(other)).expect("an order").read(&cursor);
                assert_eq!(read.is_some(), one == other, "{one} as {other}");
            }
        }
        assert!(Order::parse(Some("city")).is_err());
    }
}
