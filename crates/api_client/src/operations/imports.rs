use crate::{Call, Client, Etag, Failure, IdempotencyKey, List, Tagged, Uploaded};
use gangway_domain::ids::ImportId;
use gangway_domain::wire::{
    ClientImport, CorrectImportRow, ImportColumn, ImportRow, MatchColumns, Page,
};
use http::Method;
use std::sync::Arc;

const CREATED: u16 = 201;
const IMPORTS: &str = "/api/v1/client-imports";
const IMPORT: &str = "/api/v1/client-imports/{id}";
const ROWS: &str = "/api/v1/client-imports/{id}/rows";
const ROW: &str = "/api/v1/client-imports/{id}/rows/{row}";

impl Client {
    /// Uploads a list of clients; the name is for people to read. With `again`, although the same file was
    /// uploaded before.
    pub async fn upload_import(
        &self,
        name: &str,
        file: impl Into<Arc<[u8]>>,
        again: bool,
        key: &IdempotencyKey,
    ) -> Result<ClientImport, Failure> {
        let uploaded = self.offer_import(name, file, again, key, |_| {}).await?;
        Ok(uploaded.import)
    }

    /// The same, and whether it is a new import or the one that there is of this file. A browser tells `watch`
    /// again and again how many bytes were sent.
    pub async fn offer_import(
        &self,
        name: &str,
        file: impl Into<Arc<[u8]>>,
        again: bool,
        key: &IdempotencyKey,
        watch: impl Fn(u64) + Send + Sync + 'static,
    ) -> Result<Uploaded, Failure> {
        let mut call = Call::post("upload_import", IMPORTS)
            .query("name", name)
            .file(file)
            .watched(watch)
            .header("content-type", "text/csv");
        if again {
            call = call.query("again", "true");
        }
        let answer = self.send(call.key(key)).await?;
        Ok(Uploaded {
            is_new: answer.status == CREATED,
            import: answer.read()?,
        })
    }

    /// Imports, newest first.
    pub async fn list_imports(&self, list: List) -> Result<Page<ClientImport>, Failure> {
        let call = Call::get("list_imports", IMPORTS).list(list);
        self.send(call).await?.read()
    }

    /// How far an import is, and what was found in its file.
    pub async fn read_import(&self, id: ImportId) -> Result<ClientImport, Failure> {
        let call = Call::get("read_import", IMPORT).with(id);
        self.send(call).await?.read()
    }

    /// The rows that something is or was wrong with; `faulty` as a filter gives one or the other.
    pub async fn list_import_rows(
        &self,
        id: ImportId,
        list: List,
    ) -> Result<Page<ImportRow>, Failure> {
        let call = Call::get("list_import_rows", ROWS).with(id).list(list);
        self.send(call).await?.read()
    }

    /// One of these rows, by its number.
    pub async fn read_import_row(
        &self,
        id: ImportId,
        row: u32,
    ) -> Result<Tagged<ImportRow>, Failure> {
        let call = Call::get("read_import_row", ROW).with(id).with(row);
        self.send(call).await?.read_tagged()
    }

    /// Corrects a row; the answer says what is still wrong with it.
    pub async fn correct_import_row(
        &self,
        id: ImportId,
        row: u32,
        body: &CorrectImportRow,
        etag: &Etag,
    ) -> Result<Tagged<ImportRow>, Failure> {
        let call = Call::new("correct_import_row", Method::PATCH, ROW);
        let call = call.with(id).with(row).json(body).if_match(etag);
        self.send(call).await?.read_tagged()
    }

    /// The rows that something is wrong with, as CSV.
    pub async fn download_import_errors(&self, id: ImportId) -> Result<Vec<u8>, Failure> {
        let path = "/api/v1/client-imports/{id}/errors.csv";
        let call = Call::get("download_import_errors", path).with(id);
        Ok(self.send(call).await?.body)
    }

    /// A list that shows how one is filled, as CSV.
    pub async fn download_import_sample(&self, with_secondary: bool) -> Result<Vec<u8>, Failure> {
        let path = "/api/v1/client-imports/sample.csv";
        let call = Call::get("download_import_sample", path);
        let call = call.query("secondary", with_secondary.to_string());
        Ok(self.send(call).await?.body)
    }

    /// The columns that a list may have.
    pub async fn list_import_columns(&self) -> Result<Page<ImportColumn>, Failure> {
        let call = Call::get("list_import_columns", "/api/v1/client-imports/columns");
        self.send(call).await?.read()
    }

    /// Says what the columns of a list are, for this file and the next one with the same header.
    pub async fn match_import_columns(
        &self,
        id: ImportId,
        body: &MatchColumns,
    ) -> Result<ClientImport, Failure> {
        let path = "/api/v1/client-imports/{id}/match";
        let call = Call::post("match_import_columns", path);
        self.send(call.with(id).json(body)).await?.read()
    }

    /// Imports a list that was checked.
    pub async fn confirm_import(&self, id: ImportId) -> Result<ClientImport, Failure> {
        let call = Call::post("confirm_import", "/api/v1/client-imports/{id}/confirm");
        self.send(call.with(id)).await?.read()
    }

    /// Stops an import; what it has made stays.
    pub async fn cancel_import(&self, id: ImportId) -> Result<ClientImport, Failure> {
        let call = Call::post("cancel_import", "/api/v1/client-imports/{id}/cancel");
        self.send(call.with(id)).await?.read()
    }

    /// Deletes the clients that an import made, unless somebody has changed them.
    pub async fn undo_import(&self, id: ImportId) -> Result<ClientImport, Failure> {
        let call = Call::post("undo_import", "/api/v1/client-imports/{id}/undo");
        self.send(call.with(id)).await?.read()
    }
}
