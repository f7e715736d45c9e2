use gangway_api_client::{Client as Api, Failure};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{Client, ClientRecord};

/// What the page shows of a client, read together.
#[derive(Clone, PartialEq)]
pub(super) struct Known {
    /// Its set-up and its web site.
    pub client: Client,
    /// What the staff keeps on it.
    pub record: ClientRecord,
}

impl Known {
    pub async fn read(api: Api, id: ClientId) -> Result<Self, Failure> {
        let client = api.read_client(id).await?.value;
        let record = api.read_client_record(id).await?.value;
        Ok(Self { client, record })
    }
}
