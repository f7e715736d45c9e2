//! A valid request of every operation, on fresh things of the first partner.

use super::scene::{Identity, Scene};
use super::{import_cells, public_cells, record_cells};
use crate::api_keys::{made, of};
use crate::availability::office_hours;
use crate::clients::new_record;
use crate::support::{Operation, app_code, company_info, key, password};
use gangway_api_client::{Call, Client, Etag, List};
use gangway_domain::ids::{ClientId, ConversationId, InviteId, MessageId, ScheduleId};
use gangway_domain::wire::{
    ApplicationKind, InviteTeam, SaveQuickReply, SendInvite, SendMessage, SendTestEmail, TeamMember,
};
use gangway_sandbox::{Fault, FaultKind};
use serde_json::{Value, json};

/// A request ready to be sent, its body still to be looked at.
pub struct Cell {
    pub call: Call,
    pub body: Option<Value>,
    /// Who sends it.
    pub api: Client,
}

impl Cell {
    /// Sends it; gives the status and the body.
    pub async fn send(self, token: Option<String>) -> (u16, String) {
        let call = match &self.body {
            Some(body) => self.call.json(body),
            None => self.call,
        };
        let answer = self
            .api
            .exchange(&call, token.as_deref())
            .await
            .expect("an answer");
        (
            answer.status,
            String::from_utf8_lossy(&answer.body).into_owned(),
        )
    }
}

/// The request of an operation that an identity sends.
pub async fn cell(scene: &Scene, operation: Operation, identity: &Identity) -> Cell {
    // What is asked is whose it is, not how much.
    scene.world.after_quiet_hours().await;
    scene.world.without_second_factors().await;
    let cell = Cell {
        call: operation.call(),
        body: None,
        api: identity.api.clone(),
    };
    let cell = if operation.path.starts_with("/api/v1/clients/{id}") {
        Box::pin(of_client(scene, operation.id, identity, cell)).await
    } else if operation.path.starts_with("/api/") {
        Box::pin(of_partner(scene, operation.id, identity, cell)).await
    } else {
        Box::pin(public_cells::cell(scene, operation.id, identity, cell)).await
    };
    Cell {
        call: if operation.method == "post" {
            cell.call.key(&key())
        } else {
            cell.call
        },
        ..cell
    }
}

async fn of_partner(scene: &Scene, id: &str, identity: &Identity, begun: Cell) -> Cell {
    let Cell { call, api, .. } = begun;
    let owner = &scene.owner.api;
    let person = |email: String| json!({"first_name": "Fay", "last_name": "Fresh", "email": email});
    let (call, body) = match id {
        "update_partner" => {
            // Everyone acts on their own partner, so at their own version.
            let writes_only = identity.is_key() && !identity.is_foreign();
            let reader = if writes_only { owner } else { &api };
            let read = reader.read_partner().await;
            let etag = read.map_or_else(|_| Etag("\"v1\"".to_owned()), |partner| partner.etag);
            (
                call.if_match(&etag),
                Some(json!({"support_name": scene.fresh()})),
            )
        }
        "invite_user" => {
            let mut body = person(scene.fresh_email());
            body["role"] = json!("technician");
            (call, Some(body))
        }
        "read_user" | "sign_out_user" => (call.with(scene.spare_staff), None),
        "change_user_role" => {
            let user = owner.read_user(scene.spare_staff).await.expect("reads");
            let call = call.with(scene.spare_staff).if_match(&user.etag);
            (call, Some(json!({"role": "technician"})))
        }
        "deactivate_user" => {
            owner
                .reactivate_user(scene.spare_staff)
                .await
                .expect("reactivates");
            (call.with(scene.spare_staff), None)
        }
        "reactivate_user" => {
            owner
                .deactivate_user(scene.spare_staff)
                .await
                .expect("deactivates");
            (call.with(scene.spare_staff), None)
        }
        "make_api_key" => (call, Some(json!(of(&["clients:read"])))),
        "read_api_key" | "revoke_api_key" => {
            let (key, _) = made(&scene.owner, &of(&["clients:read"])).await;
            (call.with(key.id), None)
        }
        "end_session" => {
            let email = identity.email.as_ref().unwrap_or(&scene.owner.email);
            let fresh = scene.world.sign_in(email).await.expect("signs in").api;
            let sessions = fresh.list_my_sessions(List::first()).await.expect("lists");
            let own = sessions.data.iter().find(|session| session.is_current);
            (call.with(own.expect("its own").id), None)
        }
        "send_invite" => (call, Some(json!({"email": scene.fresh_email()}))),
        "read_invite" | "resend_invite" | "revoke_invite" | "copy_invite_link" => {
            (call.with(invite(scene, identity).await), None)
        }
        "revoke_partner_link" => {
            let link = owner.make_partner_link(&key()).await.expect("makes");
            (call.with(link.id), None)
        }
        "create_client" => {
            let company = company_info(&scene.fresh());
            let administrator = person(scene.fresh_email());
            (
                call,
                Some(json!({"company": company, "administrator": administrator})),
            )
        }
        "create_client_record" => {
            let body = new_record(&scene.fresh(), &scene.fresh_email());
            (call, Some(json!(body)))
        }
        "delete_clients" => {
            let record = record_cells::client(scene).await;
            (call, Some(json!({"ids": [record.id]})))
        }
        id if id.contains("import") => import_cells::cell(scene, id, identity, call).await,
        id if id.ends_with("_tech_group") || id.contains("_custom_field") => {
            record_cells::cell(scene, id, identity, call).await
        }
        "send_test_email" => (call, Some(json!({"to": scene.fresh_email()}))),
        "read_mail" => {
            let body = SendTestEmail { to: None };
            let mail = owner.send_test_email(&body, &key()).await.expect("sends");
            (call.with(mail.id), None)
        }
        "reauthenticate" | "change_password" => (call, Some(json!({"password": password()}))),
        "change_email" => (call, Some(json!({"email": scene.fresh_email()}))),
        "confirm_second_factor" => {
            let code = match api.set_up_second_factor().await {
                Ok(told) => app_code(&told.secret, scene.world.context().now()),
                // Whoever may not is refused before the code is looked at.
                Err(_) => "123456".to_owned(),
            };
            (call, Some(json!({ "code": code })))
        }
        "switch_off_second_factor" | "renew_recovery_codes" => {
            if api.set_up_second_factor().await.is_ok() {
                scene.world.second_factor_of(&api).await;
            }
            (call, None)
        }
        "accept_invite_as_me" => {
            let to = identity
                .email
                .clone()
                .unwrap_or_else(|| scene.fresh_email());
            (
                call,
                Some(json!({"token": public_cells::invite_token(scene, &to).await})),
            )
        }
        // From the first event on, and no longer than it takes to tell what there is.
        "read_stream" => {
            let at_once = List {
                filters: vec![("seconds", "0".to_owned())],
                ..List::default()
            };
            (call.list(at_once).header("last-event-id", "0"), None)
        }
        "read_me"
        | "read_partner"
        | "read_checklist"
        | "list_users"
        | "list_invites"
        | "list_clients"
        | "list_partner_links"
        | "make_partner_link"
        | "list_events"
        | "read_second_factor"
        | "set_up_second_factor"
        | "export_events"
        | "list_my_sessions"
        | "end_other_sessions"
        | "list_api_keys"
        | "list_tech_groups"
        | "read_record_choices"
        | "export_clients"
        | "create_test_client" => (call, None),
        other => panic!("{other}: say in cells.rs what a valid request is"),
    };
    Cell { call, body, api }
}

async fn of_client(scene: &Scene, id: &str, identity: &Identity, begun: Cell) -> Cell {
    let Cell { call, api, .. } = begun;
    let (client, name) = scene.client_for(identity);
    if matches!(id, "delete_client" | "restore_client") {
        let call = record_cells::of_client(scene, id, call).await;
        return Cell {
            call,
            body: None,
            api,
        };
    }
    let (call, owner) = (call.with(client), &scene.owner.api);
    let spare = scene.spare_client_user;
    let (call, body) = match id {
        "update_client" => {
            let read = owner.read_client(client).await.expect("reads");
            (call.if_match(&read.etag), Some(json!(company_info(name))))
        }
        "read_client_record" => (call, None),
        "update_client_record" => {
            let read = owner.read_client_record(client).await.expect("reads");
            let body = json!({"email": scene.fresh_email()});
            (call.if_match(&read.etag), Some(body))
        }
        "assign_engineer" => {
            let engineer = scene.spare_staff;
            owner.reactivate_user(engineer).await.expect("reactivates");
            owner
                .remove_engineer(client, engineer)
                .await
                .expect("removes");
            (call.with(engineer), None)
        }
        "remove_engineer" => {
            let engineer = scene.spare_staff;
            owner.reactivate_user(engineer).await.expect("reactivates");
            owner
                .assign_engineer(client, engineer)
                .await
                .expect("assigns");
            (call.with(engineer), None)
        }
        "submit_company_info" => (call, Some(json!(company_info(name)))),
        "save_draft" => (
            call,
            Some(json!({"team": [{"email": scene.fresh_email()}]})),
        ),
        "complete_step" => (call.with("enable_application"), None),
        "skip_step" => (call.with("invite_team"), None),
        "invite_client_users" => (
            call,
            Some(json!({"members": [{"email": scene.fresh_email()}]})),
        ),
        "deactivate_client_user" => {
            let at = scene.client.client;
            owner
                .reactivate_client_user(at, spare)
                .await
                .expect("reactivates");
            (call.with(spare), None)
        }
        "reactivate_client_user" => {
            let at = scene.client.client;
            owner
                .deactivate_client_user(at, spare)
                .await
                .expect("deactivates");
            (call.with(spare), None)
        }
        "hand_over_step" => (call, Some(json!({"email": scene.fresh_email()}))),
        "update_widget_style" => {
            let read = owner.read_widget_style(client).await.expect("reads");
            let body = json!({"enabled": true, "color": "#1d4ed8", "position": "bottom_right"});
            (call.if_match(&read.etag), Some(body))
        }
        "read_widget_style" => (call, None),
        "put_logo" => (call.file(crate::logo::any_png()), None),
        "read_logo" | "delete_logo" => {
            let logo = crate::logo::any_png();
            owner
                .put_logo(client, "logo.png", logo)
                .await
                .expect("keeps");
            (call, None)
        }
        "read_conversation" | "list_messages" | "download_conversation" => {
            (call.with(conversation(owner, client).await), None)
        }
        "update_conversation" => {
            let id = conversation(owner, client).await;
            let read = owner.read_conversation(client, id).await.expect("reads");
            let call = call.with(id).if_match(&read.etag);
            (call, Some(json!({"note": scene.fresh()})))
        }
        "send_message" => {
            let id = conversation(owner, client).await;
            let body = json!({"conversation_id": id, "body": scene.fresh()});
            (call, Some(body))
        }
        "resend_message" => {
            let id = failed_text(scene, client).await;
            (call.with(id), Some(json!({"may_arrive_twice": false})))
        }
        "end_consent" => (call, Some(json!({"customer_number": scene.fresh_number()}))),
        "put_consent_wording" => {
            let read = owner.read_consent_wording(client).await.expect("reads");
            let text = format!("{}: text me what I asked for. STOP ends it.", scene.fresh());
            (call.if_match(&read.etag), Some(json!({ "text": text })))
        }
        "update_texting_settings" => {
            let read = owner.read_texting_settings(client).await.expect("reads");
            let body = json!({"brand_name": scene.fresh()});
            (call.if_match(&read.etag), Some(body))
        }
        "create_quick_reply" => (call, Some(json!({"name": scene.fresh(), "text": "text"}))),
        "read_quick_reply" | "change_quick_reply" | "delete_quick_reply" => {
            let body = SaveQuickReply {
                name: scene.fresh(),
                text: "text".to_owned(),
            };
            let made = owner.create_quick_reply(client, &body, &key()).await;
            let call = call.with(made.expect("makes").id);
            let call = if id == "read_quick_reply" {
                call
            } else {
                call.if_match(&Etag("\"v1\"".to_owned()))
            };
            let anew = json!({"name": scene.fresh(), "text": "another"});
            (call, (id == "change_quick_reply").then_some(anew))
        }
        "list_consents"
        | "download_consents"
        | "read_consent_wording"
        | "read_texting_settings"
        | "read_texting_readiness"
        | "list_quick_replies" => (call, None),
        "check_installation" => (call, Some(json!({}))),
        "list_conversations" => (call, None),
        "create_schedule" => (call, Some(json!(office_hours(&scene.fresh())))),
        "read_schedule" | "update_schedule" | "delete_schedule" => {
            let schedule = schedule(scene, client, id == "delete_schedule").await;
            let body = (id == "update_schedule").then(|| json!(office_hours(&scene.fresh())));
            let read = owner.read_schedule(client, schedule).await.expect("reads");
            (call.with(schedule).if_match(&read.etag), body)
        }
        "read_widget_application" | "save_widget_application" => {
            let kind = ApplicationKind::TextUs;
            let read = owner.read_widget_application(client, kind).await;
            let read = read.expect("reads");
            let body = json!({"enabled": !read.value.enabled});
            let body = (id == "save_widget_application").then_some(body);
            (call.with(kind.as_str()).if_match(&read.etag), body)
        }
        "read_client" | "read_application" | "read_installation" | "read_onboarding"
        | "read_sms_number" | "order_sms_number" | "list_client_users" | "list_schedules"
        | "read_availability" => (call, None),
        other => panic!("{other}: say in cells.rs what a valid request is"),
    };
    Cell { call, body, api }
}

/// The client's conversation.
async fn conversation(owner: &Client, client: ClientId) -> ConversationId {
    let listed = owner.list_conversations(client, List::first()).await;
    listed.expect("lists").data[0].id
}

/// A fresh text that the provider did not take.
async fn failed_text(scene: &Scene, client: ClientId) -> MessageId {
    let owner = &scene.owner.api;
    let body = SendMessage {
        to: None,
        conversation_id: Some(conversation(owner, client).await),
        body: scene.fresh(),
    };
    let refuse = FaultKind::Refuse {
        status: 400,
        code: 21408,
    };
    scene.world.run_jobs().await;
    let fault = Fault::times(1, refuse).on("POST", "Messages");
    scene.world.sandbox().twilio().fault(fault);
    let text = owner
        .send_message(client, &body, &key())
        .await
        .expect("queues");
    scene.world.run_jobs().await;
    text.id
}

/// A schedule of a client: one to delete, or the one that is there.
async fn schedule(scene: &Scene, client: ClientId, fresh: bool) -> ScheduleId {
    let api = &scene.owner.api;
    let there = api.list_schedules(client, List::first()).await;
    match there.expect("lists").data.pop() {
        Some(schedule) if !fresh => schedule.id,
        _ => {
            let body = office_hours(&scene.fresh());
            let made = api.create_schedule(client, &body, &key()).await;
            made.expect("makes").id
        }
    }
}

/// A fresh invitation: of a colleague for people of a client, else of a client.
async fn invite(scene: &Scene, identity: &Identity) -> InviteId {
    let email = scene.fresh_email();
    if identity.name.contains("company") || identity.name.contains("portal") {
        let body = InviteTeam {
            members: vec![TeamMember { email }],
        };
        let user = &scene.client;
        let invited = user
            .api
            .invite_client_users(user.client, &body, &key())
            .await;
        let user = invited
            .expect("invites")
            .results
            .pop()
            .and_then(|line| line.user);
        return user.and_then(|user| user.invite_id).expect("an invitation");
    }
    let by = if identity.name == "sales_rep_own" {
        &scene.sales_rep
    } else {
        &scene.owner
    };
    by.api
        .send_invite(&SendInvite { email }, &key())
        .await
        .expect("invites")
        .id
}
