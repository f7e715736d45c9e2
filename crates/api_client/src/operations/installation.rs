use crate::{Call, Client, Failure, IdempotencyKey};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{CheckInstallation, Installation, InstallationCheck};

impl Client {
    /// Has Gangway look for the application's code on the client's web site.
    pub async fn check_installation(
        &self,
        id: ClientId,
        body: &CheckInstallation,
        key: &IdempotencyKey,
    ) -> Result<InstallationCheck, Failure> {
        let template = "/api/v1/clients/{id}/installation-checks";
        let call = Call::post("check_installation", template).with(id);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// What is known of the application's code on the client's web site.
    pub async fn read_installation(&self, id: ClientId) -> Result<Installation, Failure> {
        let call = Call::get("read_installation", "/api/v1/clients/{id}/installation").with(id);
        self.send(call).await?.read()
    }
}
