//! The three operations, written once for both drivers of sqlx.

macro_rules! operations {
    ($database:ident, $pool:ty, $connection:ty, $row:ty, $begin:expr) => {
        pub mod $database {
            use crate::Floor;
            use crate::answer::{Around, Client, Page};
            use crate::statements::{CLIENTS, WRITES};
            use crate::write::{Value, values};
            use actix_web::error::{ErrorInternalServerError, ErrorNotFound};
            use actix_web::web::{Bytes, Data, Path, ServiceConfig};
            use actix_web::{HttpResponse, Result, get, post};
            use chrono::{DateTime, Utc};
            use sqlx::{AssertSqlSafe, Row as _};
            use uuid::Uuid;

            type Pooled = Data<Floor<$pool>>;

            pub fn routes(app: &mut ServiceConfig) {
                app.service(one).service(list).service(create);
            }

            #[get("/api/v1/clients/{id}")]
            async fn one(floor: Pooled, id: Path<Uuid>) -> Result<HttpResponse> {
                let found = async {
                    let mut connection = floor.reader.acquire().await?;
                    load(&mut connection, floor.partner, *id).await
                };
                match found.await.map_err(ErrorInternalServerError)? {
                    Some(client) => Ok(HttpResponse::Ok().json(client)),
                    None => Err(ErrorNotFound("not found")),
                }
            }

            #[get("/api/v1/clients")]
            async fn list(floor: Pooled) -> Result<HttpResponse> {
                let page = async {
                    let mut connection = floor.reader.acquire().await?;
                    let sql = format!(
                        "{CLIENTS} order by clients.created_at desc, clients.id desc limit $5"
                    );
                    let rows = sqlx::query(AssertSqlSafe(sql))
                        .bind("client_setup")
                        .bind(1_i64)
                        .bind("assigned")
                        .bind(floor.partner)
                        .bind(26_i64)
                        .fetch_all(&mut *connection)
                        .await?;
                    let data = rows.iter().take(25).map(client).collect();
                    Ok::<_, sqlx::Error>(Page { data, next: None })
                };
                let page = page.await.map_err(ErrorInternalServerError)?;
                Ok(HttpResponse::Ok().json(page))
            }

            #[post("/api/v1/clients")]
            async fn create(floor: Pooled, body: Bytes) -> Result<HttpResponse> {
                let body: crate::write::Create = serde_json::from_slice(&body)?;
                let made = async {
                    let mut tx = floor.writer.begin_with($begin).await?;
                    let (id, all) = values(&body, floor.partner);
                    for (sql, values) in WRITES.iter().zip(all) {
                        let mut query = sqlx::query(*sql);
                        for value in values {
                            query = match value {
                                Value::Id(id) => query.bind(id),
                                Value::Text(text) => query.bind(text),
                                Value::Whole(number) => query.bind(number),
                                Value::Long(number) => query.bind(number),
                                Value::Time(time) => query.bind(time),
                                Value::Json(json) => query.bind(json),
                            };
                        }
                        query.execute(&mut *tx).await?;
                    }
                    let client = load(&mut tx, floor.partner, id).await?;
                    tx.commit().await?;
                    Ok::<_, sqlx::Error>(client)
                };
                let made = made.await.map_err(ErrorInternalServerError)?;
                Ok(HttpResponse::Created().json(made))
            }

            async fn load(
                connection: &mut $connection,
                partner: Uuid,
                id: Uuid,
            ) -> sqlx::Result<Option<Client>> {
                let sql = format!("{CLIENTS} and clients.id = $5 limit $6");
                let row = sqlx::query(AssertSqlSafe(sql))
                    .bind("client_setup")
                    .bind(1_i64)
                    .bind("assigned")
                    .bind(partner)
                    .bind(id)
                    .bind(1_i64)
                    .fetch_optional(&mut *connection)
                    .await?;
                Ok(row.as_ref().map(client))
            }

            fn client(row: &$row) -> Client {
                let mut client = Client {
                    id: row.get(0),
                    name: row.get(2),
                    contact_email: row.get::<Option<String>, _>(37).or_else(|| row.get(4)),
                    address_line1: row.get(6),
                    address_line2: row.get(7),
                    city: row.get(8),
                    region: row.get(9),
                    postal_code: row.get(10),
                    country: row.get(11),
                    time_zone: row.get(12),
                    reply_to: row.get(13),
                    website: row.get(14),
                    created_at: row.get(16),
                    updated_at: row.get(17),
                    state: "invited",
                    step: None,
                    sms_number: None,
                    invite_id: None,
                    created_by: None,
                    account_manager: None,
                    is_test: row.get(21),
                    deleted_at: row.get(22),
                };
                around(row).complete(&mut client);
                client
            }

            fn around(row: &$row) -> Around {
                let name = |first: Option<String>, last: Option<String>| {
                    Some(format!("{} {}", first?, last?))
                };
                let begun = row.get::<Option<String>, _>(24).is_some();
                Around {
                    steps: begun.then(|| std::array::from_fn(|step| row.get(24 + step))),
                    finished: row.get::<Option<DateTime<Utc>>, _>(29).is_some(),
                    sms_number: row.get(30),
                    invite_id: row.get(38),
                    creator: name(row.get(31), row.get(32)).or_else(|| row.get(33)),
                    account_manager: name(row.get(34), row.get(35)).or_else(|| row.get(36)),
                }
            }
        }
    };
}

operations!(
    sqlite,
    sqlx::SqlitePool,
    sqlx::SqliteConnection,
    sqlx::sqlite::SqliteRow,
    "begin immediate"
);
operations!(
    postgres,
    sqlx::PgPool,
    sqlx::PgConnection,
    sqlx::postgres::PgRow,
    "begin"
);
