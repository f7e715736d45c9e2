use crate::{Call, Client, Failure, List};
use gangway_domain::wire::{Event, Page};

impl Client {
    /// What happened at the partner and its clients.
    pub async fn list_events(&self, list: List) -> Result<Page<Event>, Failure> {
        self.send(Call::get("list_events", "/api/v1/events").list(list))
            .await?
            .read()
    }

    /// The same as CSV, as far as the filter goes.
    pub async fn export_events(&self, list: List) -> Result<Vec<u8>, Failure> {
        let call = Call::get("export_events", "/api/v1/events/export").list(list);
        Ok(self.send(call).await?.body)
    }
}
