//! The three operations, written once for both drivers of sqlx.

macro_rules! operations {
    ($database:ident, $pool:ty, $connection:ty, $row:ty, $begin:expr) => {
        pub mod $database {
            use crate::Floor;
            use crate::answer::{Around, Client, Page};
            use crate::statements::{
                CLIENT, INVITE, NUMBER, ONBOARDING, PLACE, WRITES, from, one_of,
            };
            use crate::write::{Value, values};
            use actix_web::error::{ErrorInternalServerError, ErrorNotFound};
            use actix_web::web::{Bytes, Data, Path, ServiceConfig};
            use actix_web::{HttpResponse, Result, get, post};
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
                    let sql = from(CLIENT, "clients")
                        + " where partner_id = $1 order by created_at desc, id desc limit $2";
                    let rows = sqlx::query(AssertSqlSafe(sql))
                        .bind(floor.partner)
                        .bind(26_i64)
                        .fetch_all(&mut *connection)
                        .await?;
                    let mut data: Vec<Client> = rows.iter().take(25).map(client).collect();
                    surround(&mut connection, floor.partner, &mut data).await?;
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
                let sql = from(CLIENT, "clients") + " where partner_id = $1 and id = $2 limit 1";
                let row = sqlx::query(AssertSqlSafe(sql)).bind(partner).bind(id);
                let Some(row) = row.fetch_optional(&mut *connection).await? else {
                    return Ok(None);
                };
                let mut clients = [client(&row)];
                surround(connection, partner, &mut clients).await?;
                let [client] = clients;
                Ok(Some(client))
            }

            async fn surround(
                connection: &mut $connection,
                partner: Uuid,
                clients: &mut [Client],
            ) -> sqlx::Result<()> {
                let ids: Vec<Uuid> = clients.iter().map(|client| client.id).collect();
                let mut creators: Vec<Uuid> = clients.iter().filter_map(|c| c.creator).collect();
                creators.sort_unstable();
                creators.dedup();
                let mut around = Around::default();

                let sql = from(ONBOARDING, "onboardings") + &one_of("client_id", ids.len(), "");
                for row in fetch(connection, sql, partner, &ids, None).await? {
                    let finished = row
                        .get::<Option<chrono::DateTime<chrono::Utc>>, _>(9)
                        .is_some();
                    let steps = std::array::from_fn(|step| row.get(2 + step));
                    around.steps.insert(row.get(0), (finished, steps));
                }
                let more = format!(" and state = ${}", ids.len() + 2);
                let sql = from(NUMBER, "number_orders") + &one_of("client_id", ids.len(), &more);
                for row in fetch(connection, sql, partner, &ids, Some("assigned")).await? {
                    if let Some(number) = row.get(4) {
                        around.numbers.insert(row.get(2), number);
                    }
                }
                let more = format!(" and kind = ${} order by created_at", ids.len() + 2);
                let sql = from(INVITE, "invites") + &one_of("client_id", ids.len(), &more);
                for row in fetch(connection, sql, partner, &ids, Some("client_setup")).await? {
                    around.invites.insert(row.get(5), row.get(0));
                }
                if !creators.is_empty() {
                    let sql = from(PLACE, "places") + &one_of("id", creators.len(), "");
                    for row in fetch(connection, sql, partner, &creators, None).await? {
                        let (first, last): (String, String) = (row.get(6), row.get(7));
                        around.names.insert(row.get(0), format!("{first} {last}"));
                    }
                }
                clients
                    .iter_mut()
                    .for_each(|client| around.complete(client));
                Ok(())
            }

            async fn fetch(
                connection: &mut $connection,
                sql: String,
                partner: Uuid,
                ids: &[Uuid],
                last: Option<&str>,
            ) -> sqlx::Result<Vec<$row>> {
                let mut query = sqlx::query(AssertSqlSafe(sql)).bind(partner);
                for id in ids {
                    query = query.bind(*id);
                }
                if let Some(last) = last {
                    query = query.bind(last.to_owned());
                }
                query.fetch_all(connection).await
            }

            fn client(row: &$row) -> Client {
                Client {
                    id: row.get(0),
                    name: row.get(2),
                    contact_email: row.get(4),
                    creator: row.get(5),
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
