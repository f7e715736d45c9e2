//! Pages of a list by an opaque cursor: the time and id of the last object seen.

use crate::refusal::Refusal;
use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Query};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Page;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Deserialize;
use std::future::{Ready, ready};
use uuid::Uuid;

/// Objects on a page when nothing is said, and at most.
const DEFAULT_LIMIT: u64 = 25;
const MOST: u64 = 100;

/// `limit`, `cursor`, `count` and `q` of a list.
#[derive(Clone, Debug)]
pub struct Paging {
    /// Objects on a page, 1 to 100.
    pub limit: u64,
    /// Where the page begins; none for the first.
    pub after: Option<Cursor>,
    /// Whether the total is wanted.
    pub count: bool,
    /// What to search for.
    pub q: Option<String>,
}

/// A place in a list ordered newest first.
#[derive(Clone, Copy, Debug)]
pub struct Cursor {
    at: DateTime<Utc>,
    id: Uuid,
}

/// `limit`, `cursor`, `count` and `q` of a list, the cursor as it was sent.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Objects on a page, 1 to 100.
    pub limit: u64,
    /// The cursor.
    pub cursor: Option<String>,
    /// Whether the total is wanted.
    pub count: bool,
    /// What to search for.
    pub q: Option<String>,
}

#[derive(Deserialize)]
struct Raw {
    limit: Option<u64>,
    cursor: Option<String>,
    count: Option<bool>,
    q: Option<String>,
}

impl Cursor {
    /// The place of an object.
    pub fn of(at: DateTime<Utc>, id: Uuid) -> Self {
        Self { at, id }
    }

    /// The time of the object.
    pub fn at(self) -> DateTime<Utc> {
        self.at
    }

    /// The id of the object.
    pub fn id(self) -> Uuid {
        self.id
    }

    fn write(self) -> String {
        URL_SAFE_NO_PAD.encode(format!("{}|{}", self.at.timestamp_millis(), self.id))
    }

    fn read(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (at, id) = std::str::from_utf8(&bytes).ok()?.split_once('|')?;
        let at = DateTime::from_timestamp_millis(at.parse().ok()?)?;
        Some(Self {
            at,
            id: id.parse().ok()?,
        })
    }
}

impl Paging {
    /// Orders newest first and takes one more than the page holds, to know whether more follows.
    pub fn slice<E: EntityTrait>(
        &self,
        rows: Select<E>,
        at: E::Column,
        id: E::Column,
    ) -> Select<E> {
        let rows = match self.after {
            None => rows,
            Some(cursor) => rows.filter(
                Condition::any()
                    .add(at.lt(cursor.at))
                    .add(Condition::all().add(at.eq(cursor.at)).add(id.lt(cursor.id))),
            ),
        };
        rows.order_by_desc(at)
            .order_by_desc(id)
            .limit(self.limit + 1)
    }

    /// Cuts what [`Paging::slice`] found to the page, and says where the next begins.
    pub fn page<R, T>(
        &self,
        mut rows: Vec<R>,
        place: impl Fn(&R) -> Cursor,
        total: Option<u64>,
        show: impl FnMut(R) -> T,
    ) -> Page<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more {
            rows.last().map(|row| place(row).write())
        } else {
            None
        };
        Page {
            data: rows.into_iter().map(show).collect(),
            next,
            total,
        }
    }
}

impl FromRequest for Paging {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

impl FromRequest for Asked {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(asked(request))
    }
}

fn read(request: &HttpRequest) -> Result<Paging, Refusal> {
    let Asked {
        limit,
        cursor,
        count,
        q,
    } = asked(request)?;
    let after = match cursor {
        None => None,
        Some(text) => Some(Cursor::read(&text).ok_or_else(no_cursor)?),
    };
    Ok(Paging {
        limit,
        after,
        count,
        q,
    })
}

fn asked(request: &HttpRequest) -> Result<Asked, Refusal> {
    let Query(raw) = Query::<Raw>::from_query(request.query_string())
        .map_err(|_| bad("limit is a number from 1 to 100, count is true or false."))?;
    let limit = raw.limit.unwrap_or(DEFAULT_LIMIT);
    if !(1..=MOST).contains(&limit) {
        return Err(bad("limit is a number from 1 to 100."));
    }
    let q = raw.q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
    if q.as_ref()
        .is_some_and(|q| q.chars().count() > 200 || q.contains('\0'))
    {
        return Err(bad("q is up to 200 characters of text."));
    }
    Ok(Asked {
        limit,
        cursor: raw.cursor,
        count: raw.count.unwrap_or(false),
        q,
    })
}

/// A cursor that no page of this list gave to this caller.
pub fn no_cursor() -> Refusal {
    bad("cursor is the `next` of the page before.")
}

fn bad(words: &str) -> Refusal {
    Refusal::new(ProblemCode::BadParameter, words)
}
