use crate::{Call, Client as ApiClient, Etag, Failure, IdempotencyKey, List, Tagged};
use gangway_domain::ids::{ClientId, ScheduleId};
use gangway_domain::wire::{
    ApplicationKind, Availability, Page, SaveApplication, SaveSchedule, Schedule, WidgetApplication,
};
use http::Method;

const SCHEDULES: &str = "/api/v1/clients/{id}/schedules";
const SCHEDULE: &str = "/api/v1/clients/{id}/schedules/{schedule_id}";
const APPLICATION: &str = "/api/v1/clients/{id}/applications/{kind}";

impl ApiClient {
    /// A client's schedules.
    pub async fn list_schedules(
        &self,
        client: ClientId,
        list: List,
    ) -> Result<Page<Schedule>, Failure> {
        let call = Call::get("list_schedules", SCHEDULES).with(client);
        self.send(call.list(list)).await?.read()
    }

    /// Makes a schedule.
    pub async fn create_schedule(
        &self,
        client: ClientId,
        body: &SaveSchedule,
        key: &IdempotencyKey,
    ) -> Result<Schedule, Failure> {
        let call = Call::post("create_schedule", SCHEDULES).with(client);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// One schedule.
    pub async fn read_schedule(
        &self,
        client: ClientId,
        id: ScheduleId,
    ) -> Result<Tagged<Schedule>, Failure> {
        let call = Call::get("read_schedule", SCHEDULE).with(client).with(id);
        self.send(call).await?.read_tagged()
    }

    /// Changes a schedule, the whole of it.
    pub async fn update_schedule(
        &self,
        client: ClientId,
        id: ScheduleId,
        body: &SaveSchedule,
        etag: &Etag,
    ) -> Result<Tagged<Schedule>, Failure> {
        let call = Call::new("update_schedule", Method::PUT, SCHEDULE);
        let call = call.with(client).with(id).json(body).if_match(etag);
        self.send(call).await?.read_tagged()
    }

    /// Deletes a schedule that nothing follows.
    pub async fn delete_schedule(
        &self,
        client: ClientId,
        id: ScheduleId,
        etag: &Etag,
    ) -> Result<(), Failure> {
        let call = Call::new("delete_schedule", Method::DELETE, SCHEDULE);
        let call = call.with(client).with(id).if_match(etag);
        self.send(call).await.map(drop)
    }

    /// Whether and when visitors are offered an application.
    pub async fn read_widget_application(
        &self,
        client: ClientId,
        kind: ApplicationKind,
    ) -> Result<Tagged<WidgetApplication>, Failure> {
        let call = Call::get("read_widget_application", APPLICATION);
        let call = call.with(client).with(kind.as_str());
        self.send(call).await?.read_tagged()
    }

    /// Says whether and when visitors are offered an application.
    pub async fn save_widget_application(
        &self,
        client: ClientId,
        kind: ApplicationKind,
        body: &SaveApplication,
        etag: &Etag,
    ) -> Result<Tagged<WidgetApplication>, Failure> {
        let call = Call::new("save_widget_application", Method::PUT, APPLICATION);
        let call = call.with(client).with(kind.as_str());
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// What a visitor sees, now or at another time.
    pub async fn read_availability(
        &self,
        client: ClientId,
        at: Option<&str>,
    ) -> Result<Availability, Failure> {
        let call = Call::get("read_availability", "/api/v1/clients/{id}/availability").with(client);
        let filters = at.map(|at| ("at", at.to_owned())).into_iter().collect();
        let asked = List {
            filters,
            ..List::default()
        };
        self.send(call.list(asked)).await?.read()
    }
}
