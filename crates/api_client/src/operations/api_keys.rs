use crate::{Call, Client, Failure, IdempotencyKey, List};
use gangway_domain::ids::ApiKeyId;
use gangway_domain::wire::{ApiKey, MakeApiKey, Page};

impl Client {
    /// The partner's API keys.
    pub async fn list_api_keys(&self, list: List) -> Result<Page<ApiKey>, Failure> {
        self.send(Call::get("list_api_keys", "/api/v1/api-keys").list(list))
            .await?
            .read()
    }

    /// Makes an API key; the key itself is in this answer only.
    pub async fn make_api_key(
        &self,
        body: &MakeApiKey,
        key: &IdempotencyKey,
    ) -> Result<ApiKey, Failure> {
        let call = Call::post("make_api_key", "/api/v1/api-keys");
        self.send(call.json(body).key(key)).await?.read()
    }

    /// One API key, without the key itself.
    pub async fn read_api_key(&self, id: ApiKeyId) -> Result<ApiKey, Failure> {
        let call = Call::get("read_api_key", "/api/v1/api-keys/{id}");
        self.send(call.with(id)).await?.read()
    }

    /// Takes an API key back.
    pub async fn revoke_api_key(&self, id: ApiKeyId) -> Result<ApiKey, Failure> {
        let call = Call::post("revoke_api_key", "/api/v1/api-keys/{id}/revoke");
        self.send(call.with(id)).await?.read()
    }
}
