use crate::{Call, Client as ApiClient, Etag, Failure, IdempotencyKey, List, Tagged};
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::wire::{
    Client, CompanyInfo, CreateClient, InviteTeam, Page, TeamResults, User,
};
use http::Method;

impl ApiClient {
    /// The clients one may see.
    pub async fn list_clients(&self, list: List) -> Result<Page<Client>, Failure> {
        self.send(Call::get("list_clients", "/api/v1/clients").list(list))
            .await?
            .read()
    }

    /// Creates a client by hand and invites its administrator.
    pub async fn create_client(
        &self,
        body: &CreateClient,
        key: &IdempotencyKey,
    ) -> Result<Tagged<Client>, Failure> {
        let call = Call::post("create_client", "/api/v1/clients")
            .json(body)
            .key(key);
        self.send(call).await?.read_tagged()
    }

    /// One client.
    pub async fn read_client(&self, id: ClientId) -> Result<Tagged<Client>, Failure> {
        self.send(Call::get("read_client", "/api/v1/clients/{id}").with(id))
            .await?
            .read_tagged()
    }

    /// Changes a client's company settings.
    pub async fn update_client(
        &self,
        id: ClientId,
        body: &CompanyInfo,
        etag: &Etag,
    ) -> Result<Tagged<Client>, Failure> {
        let call = Call::new("update_client", Method::PATCH, "/api/v1/clients/{id}").with(id);
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// A client's users.
    pub async fn list_client_users(&self, id: ClientId, list: List) -> Result<Page<User>, Failure> {
        let call = Call::get("list_client_users", "/api/v1/clients/{id}/users").with(id);
        self.send(call.list(list)).await?.read()
    }

    /// Invites colleagues; every line is answered on its own.
    pub async fn invite_client_users(
        &self,
        id: ClientId,
        body: &InviteTeam,
        key: &IdempotencyKey,
    ) -> Result<TeamResults, Failure> {
        let call = Call::post("invite_client_users", "/api/v1/clients/{id}/users").with(id);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// Takes a client user's access away.
    pub async fn deactivate_client_user(
        &self,
        id: ClientId,
        user: PlaceId,
    ) -> Result<User, Failure> {
        let template = "/api/v1/clients/{id}/users/{user_id}/deactivate";
        let call = Call::post("deactivate_client_user", template)
            .with(id)
            .with(user);
        self.send(call).await?.read()
    }

    /// Gives a client user's access back.
    pub async fn reactivate_client_user(
        &self,
        id: ClientId,
        user: PlaceId,
    ) -> Result<User, Failure> {
        let template = "/api/v1/clients/{id}/users/{user_id}/reactivate";
        let call = Call::post("reactivate_client_user", template)
            .with(id)
            .with(user);
        self.send(call).await?.read()
    }
}
