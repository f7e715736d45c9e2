use crate::{Call, Client, Etag, Failure, IdempotencyKey, List, Tagged};
use gangway_domain::ids::PlaceId;
use gangway_domain::wire::{ChangeUserRole, InviteUser, Page, User};
use http::Method;

impl Client {
    /// The partner's staff.
    pub async fn list_users(&self, list: List) -> Result<Page<User>, Failure> {
        self.send(Call::get("list_users", "/api/v1/users").list(list))
            .await?
            .read()
    }

    /// Invites a staff member.
    pub async fn invite_user(
        &self,
        body: &InviteUser,
        key: &IdempotencyKey,
    ) -> Result<User, Failure> {
        self.send(
            Call::post("invite_user", "/api/v1/users")
                .json(body)
                .key(key),
        )
        .await?
        .read()
    }

    /// One staff member.
    pub async fn read_user(&self, id: PlaceId) -> Result<Tagged<User>, Failure> {
        self.send(Call::get("read_user", "/api/v1/users/{id}").with(id))
            .await?
            .read_tagged()
    }

    /// Gives a staff member another role.
    pub async fn change_user_role(
        &self,
        id: PlaceId,
        body: &ChangeUserRole,
        etag: &Etag,
    ) -> Result<Tagged<User>, Failure> {
        let call = Call::new("change_user_role", Method::PATCH, "/api/v1/users/{id}").with(id);
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// Takes a staff member's access away.
    pub async fn deactivate_user(&self, id: PlaceId) -> Result<User, Failure> {
        let call = Call::post("deactivate_user", "/api/v1/users/{id}/deactivate");
        self.send(call.with(id)).await?.read()
    }

    /// Ends every session of a staff member.
    pub async fn sign_out_user(&self, id: PlaceId) -> Result<(), Failure> {
        let call = Call::post("sign_out_user", "/api/v1/users/{id}/sign-out");
        self.send(call.with(id)).await.map(|_| ())
    }

    /// Gives a staff member's access back.
    pub async fn reactivate_user(&self, id: PlaceId) -> Result<User, Failure> {
        let call = Call::post("reactivate_user", "/api/v1/users/{id}/reactivate");
        self.send(call.with(id)).await?.read()
    }
}
