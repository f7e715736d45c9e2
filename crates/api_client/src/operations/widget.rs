use crate::{Call, Client, Etag, Failure, Tagged};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{UpdateWidgetStyle, Widget, WidgetStyle};
use http::Method;

impl Client {
    /// How a client's application looks.
    pub async fn read_widget_style(&self, id: ClientId) -> Result<Tagged<WidgetStyle>, Failure> {
        let template = "/api/v1/clients/{id}/widget-style";
        let call = Call::get("read_widget_style", template).with(id);
        self.send(call).await?.read_tagged()
    }

    /// Changes how a client's application looks.
    pub async fn update_widget_style(
        &self,
        id: ClientId,
        body: &UpdateWidgetStyle,
        etag: &Etag,
    ) -> Result<Tagged<WidgetStyle>, Failure> {
        let template = "/api/v1/clients/{id}/widget-style";
        let call = Call::new("update_widget_style", Method::PUT, template).with(id);
        self.send(call.json(body).if_match(etag))
            .await?
            .read_tagged()
    }

    /// Public settings of a client's application.
    pub async fn read_widget(&self, application_key: &str) -> Result<Widget, Failure> {
        let call = Call::get("read_widget", "/public/v1/widgets/{application_key}");
        self.send(call.with(application_key)).await?.read()
    }
}
