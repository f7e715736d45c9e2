//! `PUT /api/v1/clients/{id}/logo`

use super::{show, upload};
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::db::again;
use crate::events::{Event, record};
use crate::extract::{Caller, May, PathId, WriteClients};
use crate::files::{self, NewFile, Purpose};
use crate::keys::hex;
use crate::refusal::{Answer, Refusal};
use actix_web::web::{Data, Payload, Query};
use actix_web::{HttpRequest, put};
use gangway_domain::ids::{ClientId, FileId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Logo;
use gangway_entities::file::Model;
use gangway_pictures::{MEDIA_TYPE, Picture, Refused};
use ring::digest::{SHA256, digest};
use serde::Deserialize;
use serde_json::json;

/// What an upload says about itself besides its bytes.
#[derive(Debug, Deserialize)]
struct Said {
    name: Option<String>,
}

/// Sets a client's logo
///
/// The body is the file itself, of at most 5 MB. What it is, is told by its content; `Content-Type` does
/// not matter. PNG, JPEG, WebP and the first frame of a GIF are taken, of at most 16 megapixels and 8192
/// pixels a side; SVG is not, because it can contain scripts. It is turned as its camera was, made smaller
/// and written anew as PNG, to fit squares of 64, 128, 256 and 512 pixels; nothing but the pixels is kept.
/// A logo is replaced whole, so the last one counts; the same file again changes nothing.
#[utoipa::path(tag = "Clients", params(("id" = ClientId, Path, description = "The client."),
        ("name" = Option<String>, Query, description = "What the file is called, for people to read.")),
    request_body(content_type = "application/octet-stream", description = "The file."),
    responses((status = 200, body = Logo), (status = 415, description = "It is no picture that is taken.",
        content_type = "application/problem+json", body = gangway_domain::problem::Problem)),
    extensions(("x-scope" = json!("clients:write"))))]
#[put("/api/v1/clients/{id}/logo")]
pub async fn put_logo(
    ctx: Data<Context>,
    may: May<WriteClients>,
    id: PathId<ClientId>,
    request: HttpRequest,
    body: Payload,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let db = ctx.db.reader();
    clients::require(db, &caller, client).await?;
    let name = name(&request)?;
    let _place = ctx.intake.enter(caller.partner)?;
    let upload = upload::read(&request, body).await?;
    let digest = hex(digest(&SHA256, &upload).as_ref());
    let before = files::of_client(db, caller.partner, client, Purpose::ClientLogo).await?;
    if let Some(before) = before.as_ref().filter(|before| before.digest == digest) {
        return ok(&show(before.clone())?);
    }
    // Before any work; what counts is asked again when it is written.
    let replaced = before.map(|before| FileId(before.id));
    files::has_room(&ctx, db, caller.partner, replaced, 0).await?;
    let picture = picture(&ctx, upload).await?;
    let file = new_file(client, name, digest, picture);
    ok(&show(keep(&ctx, &caller, &file).await?)?)
}

/// What the file is called, cleaned.
fn name(request: &HttpRequest) -> Result<String, Refusal> {
    let said = Query::<Said>::from_query(request.query_string()).map_err(|_| {
        let words = "name is what the file is called, once.";
        Refusal::new(ProblemCode::BadParameter, words)
    })?;
    Ok(files::cleaned(said.name.as_deref().unwrap_or_default()))
}

/// The picture, looked at and written anew.
async fn picture(ctx: &Context, upload: Vec<u8>) -> Result<Picture, Refusal> {
    let read = ctx
        .intake
        .work(move || gangway_pictures::read(&upload))
        .await?;
    // A decoder that gave up has met a picture made to do that.
    read.unwrap_or(Err(Refused::Damaged)).map_err(refusal)
}

fn refusal(refused: Refused) -> Refusal {
    let code = match refused {
        Refused::Empty | Refused::Svg | Refused::OtherKind => ProblemCode::UnsupportedFile,
        Refused::Damaged | Refused::TooLarge { .. } | Refused::TooDeep => ProblemCode::UnusableFile,
    };
    Refusal::new(code, refused.to_string())
}

fn new_file(client: ClientId, name: String, digest: String, picture: Picture) -> NewFile {
    let Picture {
        kind: _,
        width,
        height,
        bitmaps,
    } = picture;
    NewFile {
        client,
        purpose: Purpose::ClientLogo,
        name,
        media_type: MEDIA_TYPE,
        width,
        height,
        digest,
        objects: bitmaps
            .into_iter()
            .map(|bitmap| (bitmap.bound, bitmap.png))
            .collect(),
    }
}

/// Objects first, then the row.
async fn keep(ctx: &Context, caller: &Caller, file: &NewFile) -> Result<Model, Refusal> {
    let id = files::put(ctx, caller.partner, file).await?;
    fail::fail_point!("objects_written", |_| std::process::abort());
    let written = again(|| write(ctx, caller, id, file)).await;
    match &written {
        // Nobody knows whether it was committed: if not, the objects are swept up.
        Err(refusal)
            if matches!(
                refusal.code(),
                ProblemCode::Internal | ProblemCode::Unavailable
            ) => {}
        Err(_) => ctx.objects.remove(caller.partner, id).await?,
        Ok(_) => {}
    }
    written
}

async fn write(
    ctx: &Context,
    caller: &Caller,
    id: FileId,
    file: &NewFile,
) -> Result<Model, Refusal> {
    let tx = ctx.db.begin().await?;
    let client = clients::require(&tx, caller, file.client).await?;
    let row = files::replace(ctx, &tx, caller, id, file).await?;
    let event = Event::by(caller, "client.logo_set", id).about(file.client);
    let facts = json!({"name": client.name, "file": file.name});
    record(ctx, &tx, event.with(facts)).await?;
    tx.commit().await?;
    fail::fail_point!("file_kept", |_| std::process::abort());
    Ok(row)
}
