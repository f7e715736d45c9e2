use crate::{Call, Client, Failure, IdempotencyKey};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{
    Application, CompanyInfo, Draft, HandOver, Handover, HandoverPage, Onboarding, SmsNumber, Token,
};
use gangway_domain::wizard::Step;
use http::Method;

impl Client {
    /// Where a client's set-up stands.
    pub async fn read_onboarding(&self, id: ClientId) -> Result<Onboarding, Failure> {
        let call = Call::get("read_onboarding", "/api/v1/clients/{id}/onboarding").with(id);
        self.send(call).await?.read()
    }

    /// Saves what was typed in the set-up; each field sent replaces only itself.
    pub async fn save_draft(&self, id: ClientId, draft: &Draft) -> Result<Onboarding, Failure> {
        let template = "/api/v1/clients/{id}/onboarding/draft";
        let call = Call::new("save_draft", Method::PATCH, template).with(id);
        self.send(call.json(draft)).await?.read()
    }

    /// Submits Company Info.
    pub async fn submit_company_info(
        &self,
        id: ClientId,
        body: &CompanyInfo,
        key: &IdempotencyKey,
    ) -> Result<Onboarding, Failure> {
        let template = "/api/v1/clients/{id}/onboarding/company-info";
        let call = Call::post("submit_company_info", template)
            .with(id)
            .json(body)
            .key(key);
        self.send(call).await?.read()
    }

    /// Marks a step as done.
    pub async fn complete_step(&self, id: ClientId, step: Step) -> Result<Onboarding, Failure> {
        let template = "/api/v1/clients/{id}/onboarding/steps/{step}/complete";
        let call = Call::post("complete_step", template)
            .with(id)
            .with(step.as_str());
        self.send(call).await?.read()
    }

    /// Leaves a step for later.
    pub async fn skip_step(&self, id: ClientId, step: Step) -> Result<Onboarding, Failure> {
        let template = "/api/v1/clients/{id}/onboarding/steps/{step}/skip";
        let call = Call::post("skip_step", template)
            .with(id)
            .with(step.as_str());
        self.send(call).await?.read()
    }

    /// How far the client's phone number is.
    pub async fn read_sms_number(&self, id: ClientId) -> Result<SmsNumber, Failure> {
        let call = Call::get("read_sms_number", "/api/v1/clients/{id}/sms-number").with(id);
        self.send(call).await?.read()
    }

    /// Asks for a phone number; a client never gets more than one.
    pub async fn order_sms_number(
        &self,
        id: ClientId,
        key: &IdempotencyKey,
    ) -> Result<SmsNumber, Failure> {
        let call = Call::post("order_sms_number", "/api/v1/clients/{id}/sms-number").with(id);
        self.send(call.key(key)).await?.read()
    }

    /// The client's application code.
    pub async fn read_application(&self, id: ClientId) -> Result<Application, Failure> {
        let call = Call::get("read_application", "/api/v1/clients/{id}/application").with(id);
        self.send(call).await?.read()
    }

    /// Makes a link that shows a colleague the application code.
    pub async fn hand_over_step(
        &self,
        id: ClientId,
        body: &HandOver,
        key: &IdempotencyKey,
    ) -> Result<Handover, Failure> {
        let call = Call::post("hand_over_step", "/api/v1/clients/{id}/handovers").with(id);
        self.send(call.json(body).key(key)).await?.read()
    }

    /// What a handed-over link opens.
    pub async fn look_up_handover(&self, body: &Token) -> Result<HandoverPage, Failure> {
        self.send(Call::post("look_up_handover", "/public/v1/handovers/look-up").json(body))
            .await?
            .read()
    }
}
