use crate::{Call, Client, Failure};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Logo;
use http::Method;
use std::sync::Arc;

const LOGO: &str = "/api/v1/clients/{id}/logo";

impl Client {
    /// Sets a client's logo to a picture file; the name is for people to read.
    pub async fn put_logo(
        &self,
        id: ClientId,
        name: &str,
        file: impl Into<Arc<[u8]>>,
    ) -> Result<Logo, Failure> {
        let call = Call::new("put_logo", Method::PUT, LOGO).with(id);
        self.send(call.query("name", name).file(file)).await?.read()
    }

    /// A client's logo as PNG, for a square of so many pixels.
    pub async fn read_logo(&self, id: ClientId, size: u32) -> Result<Vec<u8>, Failure> {
        let call = Call::get("read_logo", LOGO).with(id);
        let call = call.query("size", size.to_string());
        Ok(self.send(call).await?.body)
    }

    /// Removes a client's logo.
    pub async fn delete_logo(&self, id: ClientId) -> Result<(), Failure> {
        let call = Call::new("delete_logo", Method::DELETE, LOGO).with(id);
        self.send(call).await.map(|_| ())
    }
}
