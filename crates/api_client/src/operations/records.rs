use crate::{Call, Client as ApiClient, Etag, Failure, IdempotencyKey, List, Tagged};
use gangway_domain::ids::{ClientId, CustomFieldId, PlaceId, TechGroupId};
use gangway_domain::wire::{
    Client, ClientRecord, ClientsDeleted, CustomField, CustomFields, DeleteClients,
    NewClientRecord, NewCustomField, OrderCustomFields, Page, RecordChoices, SaveTechGroup,
    TechGroup, UpdateClientRecord, UpdateCustomField,
};
use http::Method;

const RECORD: &str = "/api/v1/clients/{id}/record";
const ENGINEER: &str = "/api/v1/clients/{id}/engineers/{user}";
const GROUPS: &str = "/api/v1/tech-groups";
const GROUP: &str = "/api/v1/tech-groups/{id}";
const FIELDS: &str = "/api/v1/custom-fields";
const FIELD: &str = "/api/v1/custom-fields/{id}";

impl ApiClient {
    /// What there is to choose from when a client is written down.
    pub async fn read_record_choices(&self) -> Result<RecordChoices, Failure> {
        let call = Call::get("read_record_choices", "/api/v1/clients/choices");
        self.send(call).await?.read()
    }

    /// Writes a client down, with everything that is kept on it.
    pub async fn create_client_record(
        &self,
        body: &NewClientRecord,
        key: &IdempotencyKey,
    ) -> Result<ClientRecord, Failure> {
        let call = Call::post("create_client_record", "/api/v1/clients/records");
        self.send(call.json(body).key(key)).await?.read()
    }

    /// Makes a marked client of made-up data.
    pub async fn create_test_client(&self, key: &IdempotencyKey) -> Result<ClientRecord, Failure> {
        let call = Call::post("create_test_client", "/api/v1/clients/test");
        self.send(call.key(key)).await?.read()
    }

    /// What is kept on a client.
    pub async fn read_client_record(&self, id: ClientId) -> Result<Tagged<ClientRecord>, Failure> {
        let call = Call::get("read_client_record", RECORD).with(id);
        self.send(call).await?.read_tagged()
    }

    /// Changes what is kept on a client; a part that is there replaces the whole part.
    pub async fn update_client_record(
        &self,
        id: ClientId,
        body: &UpdateClientRecord,
        etag: &Etag,
    ) -> Result<Tagged<ClientRecord>, Failure> {
        let call = Call::new("update_client_record", Method::PATCH, RECORD).with(id);
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// Clients in the columns that can be imported, as CSV; only test clients, or only others.
    pub async fn export_clients(&self, test: bool) -> Result<Vec<u8>, Failure> {
        let call = Call::get("export_clients", "/api/v1/clients/export.csv");
        let call = call.query("test", test.to_string());
        Ok(self.send(call).await?.body)
    }

    /// Deletes a client; it can be restored for a while.
    pub async fn delete_client(&self, id: ClientId, etag: &Etag) -> Result<(), Failure> {
        let call = Call::new("delete_client", Method::DELETE, "/api/v1/clients/{id}").with(id);
        self.send(call.if_match(etag)).await.map(drop)
    }

    /// Deletes several clients: all of them, or none.
    pub async fn delete_clients(
        &self,
        body: &DeleteClients,
        key: &IdempotencyKey,
    ) -> Result<ClientsDeleted, Failure> {
        let call = Call::post("delete_clients", "/api/v1/clients/deletions");
        self.send(call.json(body).key(key)).await?.read()
    }

    /// Restores a deleted client.
    pub async fn restore_client(&self, id: ClientId) -> Result<Tagged<Client>, Failure> {
        let call = Call::post("restore_client", "/api/v1/clients/{id}/restore").with(id);
        self.send(call).await?.read_tagged()
    }

    /// Makes a member of the staff an engineer of a client.
    pub async fn assign_engineer(&self, id: ClientId, user: PlaceId) -> Result<(), Failure> {
        let call = Call::new("assign_engineer", Method::PUT, ENGINEER);
        self.send(call.with(id).with(user)).await.map(drop)
    }

    /// Removes an engineer from a client.
    pub async fn remove_engineer(&self, id: ClientId, user: PlaceId) -> Result<(), Failure> {
        let call = Call::new("remove_engineer", Method::DELETE, ENGINEER);
        self.send(call.with(id).with(user)).await.map(drop)
    }

    /// The groups of the staff.
    pub async fn list_tech_groups(&self, list: List) -> Result<Page<TechGroup>, Failure> {
        let call = Call::get("list_tech_groups", GROUPS).list(list);
        self.send(call).await?.read()
    }

    /// One group.
    pub async fn read_tech_group(&self, id: TechGroupId) -> Result<Tagged<TechGroup>, Failure> {
        let call = Call::get("read_tech_group", GROUP).with(id);
        self.send(call).await?.read_tagged()
    }

    /// Makes a group.
    pub async fn create_tech_group(
        &self,
        body: &SaveTechGroup,
        key: &IdempotencyKey,
    ) -> Result<TechGroup, Failure> {
        let call = Call::post("create_tech_group", GROUPS);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// Changes a group, the whole of it.
    pub async fn update_tech_group(
        &self,
        id: TechGroupId,
        body: &SaveTechGroup,
        etag: &Etag,
    ) -> Result<Tagged<TechGroup>, Failure> {
        let call = Call::new("update_tech_group", Method::PUT, GROUP).with(id);
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// Deletes a group that looks after no client.
    pub async fn delete_tech_group(&self, id: TechGroupId, etag: &Etag) -> Result<(), Failure> {
        let call = Call::new("delete_tech_group", Method::DELETE, GROUP).with(id);
        self.send(call.if_match(etag)).await.map(drop)
    }

    /// The partner's own fields, in their order.
    pub async fn read_custom_fields(&self) -> Result<CustomFields, Failure> {
        let call = Call::get("read_custom_fields", FIELDS);
        self.send(call).await?.read()
    }

    /// One field.
    pub async fn read_custom_field(
        &self,
        id: CustomFieldId,
    ) -> Result<Tagged<CustomField>, Failure> {
        let call = Call::get("read_custom_field", FIELD).with(id);
        self.send(call).await?.read_tagged()
    }

    /// Makes a field.
    pub async fn create_custom_field(
        &self,
        body: &NewCustomField,
        key: &IdempotencyKey,
    ) -> Result<CustomField, Failure> {
        let call = Call::post("create_custom_field", FIELDS);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// Changes a field, or archives it.
    pub async fn update_custom_field(
        &self,
        id: CustomFieldId,
        body: &UpdateCustomField,
        etag: &Etag,
    ) -> Result<Tagged<CustomField>, Failure> {
        let call = Call::new("update_custom_field", Method::PATCH, FIELD).with(id);
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// Puts the fields in another order.
    pub async fn order_custom_fields(
        &self,
        body: &OrderCustomFields,
    ) -> Result<CustomFields, Failure> {
        let call = Call::post("order_custom_fields", "/api/v1/custom-fields/order");
        self.send(call.json(body)).await?.read()
    }
}
