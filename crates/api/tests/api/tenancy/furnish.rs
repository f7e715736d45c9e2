//! What the partners of the scene have.

use super::import_cells;
use super::marked::MARKER;
use super::scene::Identity;
use crate::api_keys::{all_scopes, made, of, program};
use crate::availability::office_hours;
use crate::clients::new_record;
use crate::support::{ClientUser, Staff, World, company_info, key};
use crate::texting::talk::{incoming, signature};
use gangway::consent::{Entry, Wording, record};
use gangway_api_client::{Client, Etag, List};
use gangway_domain::ids::{ClientId, PartnerId, PlaceId};
use gangway_domain::roles::ClientRole;
use gangway_domain::wire::{
    ApplicationKind, CheckInstallation, ConsentKind, ConsentSource, CreateClient, CustomFieldKind,
    Draft, HandOver, InviteTeam, MakeApiKey, NewAdministrator, NewCustomField, PutConsentWording,
    SaveApplication, SaveCustomValue, SaveQuickReply, SaveTechGroup, SendInvite, TeamMember,
    UpdateClientRecord, UpdateTextingSettings, UpdateWidgetStyle,
};
use gangway_domain::wizard::Step;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::{client_import_client, place};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait as _;
use sea_orm::sea_query::Expr;

/// Takes a client through its whole set-up.
pub async fn set_up(world: &World, user: &ClientUser, name: &str) {
    let (api, id) = (&user.api, user.client);
    api.submit_company_info(id, &company_info(name), &key())
        .await
        .expect("submits");
    api.order_sms_number(id, &key()).await.expect("orders");
    world.run_jobs().await;
    for step in [Step::EnableApplication, Step::InviteTeam] {
        api.complete_step(id, step).await.expect("completes");
    }
    text_in(world, api, id, "Hello").await;
}

/// A customer texts the client.
async fn text_in(world: &World, api: &Client, client: ClientId, body: &str) {
    let number = api.read_sms_number(client).await.expect("reads").number;
    let (url, params) = incoming(world, &number.expect("a number"), body);
    let order = url
        .strip_prefix(&world.context().config.server.url(""))
        .expect("ours");
    let request = world
        .http()
        .post(format!("{}{order}", world.base()))
        .form(&params);
    let request = request.header("x-twilio-signature", signature(world, &url, &params));
    assert_eq!(request.send().await.expect("an answer").status(), 200);
}

/// Someone more at a client, with a role that cannot be given yet.
pub async fn colleague(
    world: &World,
    user: &ClientUser,
    name: &str,
    role: ClientRole,
) -> ClientUser {
    let email = format!("{name}@one.example");
    let body = InviteTeam {
        members: vec![TeamMember {
            email: email.clone(),
        }],
    };
    user.api
        .invite_client_users(user.client, &body, &key())
        .await
        .expect("invites");
    let (api, me) = world.accept(&email).await;
    let place = me.place().expect("a place");
    let (partner, id): (PartnerId, PlaceId) = (place.partner.id, place.id);
    let tx = world.context().db.begin().await.expect("begins");
    place::Entity::change(partner, id)
        .col_expr(place::Column::Role, Expr::value(role.as_str()))
        .exec(&tx)
        .await
        .expect("changes");
    tx.commit().await.expect("commits");
    ClientUser {
        api,
        email,
        me,
        client: user.client,
    }
}

/// Keys of the first partner with different scopes, one that was taken back, and one of the other's.
pub async fn keys(world: &World, owner: &Staff, other: &Staff) -> Vec<Identity> {
    let part = |reads: bool| {
        let all = all_scopes().into_iter();
        all.filter(|scope| scope.ends_with(":read") == reads)
            .collect::<Vec<_>>()
    };
    let mut keys = Vec::new();
    for (name, by, scopes) in [
        ("key_read", owner, part(true)),
        ("key_write", owner, part(false)),
        ("key_mails_only", owner, vec!["mails:write"]),
        ("key_revoked", owner, all_scopes()),
        ("key_other", other, all_scopes()),
    ] {
        let (key, text) = made(by, &of(&scopes)).await;
        if name == "key_revoked" {
            owner.api.revoke_api_key(key.id).await.expect("revokes");
        }
        keys.push(Identity {
            name,
            api: program(world, &text),
            email: None,
        });
    }
    keys
}

/// One of everything, all of it marked.
pub async fn fill(world: &World, owner: &Staff) -> ClientId {
    let body = CreateClient {
        company: company_info(&format!("{MARKER} Client")),
        administrator: NewAdministrator {
            first_name: MARKER.to_owned(),
            last_name: MARKER.to_owned(),
            email: format!("{MARKER}@foreign.example"),
        },
    };
    let client = owner
        .api
        .create_client(&body, &key())
        .await
        .expect("creates")
        .value
        .id;
    let (jane, _) = world.accept("zzforeign@foreign.example").await;
    let team = InviteTeam {
        members: vec![TeamMember {
            email: format!("{MARKER}.three@foreign.example"),
        }],
    };
    jane.order_sms_number(client, &key()).await.expect("orders");
    world.run_jobs().await;
    text_in(world, &jane, client, "HELP").await;
    jane.invite_client_users(client, &team, &key())
        .await
        .expect("invites");
    let draft = Draft {
        team: Some(vec![TeamMember {
            email: format!("{MARKER}.five@foreign.example"),
        }]),
        ..Draft::default()
    };
    jane.save_draft(client, &draft).await.expect("saves");
    let to = HandOver {
        email: Some(format!("{MARKER}.four@foreign.example")),
    };
    jane.hand_over_step(client, &to, &key())
        .await
        .expect("hands over");
    jane.check_installation(client, &CheckInstallation::default(), &key())
        .await
        .expect("asks");
    crate::installation::call_from(world, &jane, client, "https://www.client.example").await;
    let style = jane.read_widget_style(client).await.expect("reads");
    let look = UpdateWidgetStyle {
        enabled: true,
        color: "#1d4ed8".to_owned(),
        greeting: Some(MARKER.to_owned()),
        ..UpdateWidgetStyle::default()
    };
    jane.update_widget_style(client, &look, &style.etag)
        .await
        .expect("changes");
    let logo = crate::logo::png(70, 70);
    let name = format!("{MARKER}.png");
    jane.put_logo(client, &name, logo).await.expect("keeps");
    let schedule = office_hours(MARKER);
    let schedule = jane.create_schedule(client, &schedule, &key()).await;
    let schedule_id = Some(schedule.expect("makes").id);
    let offered = SaveApplication {
        enabled: true,
        schedule_id,
        phone_number: None,
    };
    let kind = ApplicationKind::TextUs;
    let read = jane.read_widget_application(client, kind).await;
    jane.save_widget_application(client, kind, &offered, &read.expect("reads").etag)
        .await
        .expect("saves");
    let invite = SendInvite {
        email: format!("{MARKER}.two@foreign.example"),
    };
    owner
        .api
        .send_invite(&invite, &key())
        .await
        .expect("invites");
    owner.api.make_partner_link(&key()).await.expect("makes");
    let body = MakeApiKey {
        name: MARKER.to_owned(),
        ..of(&["clients:read"])
    };
    made(owner, &body).await;
    texting(world, owner, client).await;
    written_down(owner, client).await;
    let list = crate::imports::list(&[&format!("{MARKER} listed"), ""]);
    let name = format!("{MARKER}.csv");
    let import = owner.api.upload_import(&name, list, false, &key()).await;
    let import = import.expect("uploads");
    assert_eq!((import.good, import.faulty), (1, 1));
    let made = client_import_client::ActiveModel {
        partner_id: Set(owner.partner().0),
        import_id: Set(import.id.0),
        row_number: Set(2),
        client_id: Set(client.0),
    };
    let tx = world.context().db.begin().await.expect("begins");
    let made = client_import_client::Entity::insert(made).exec_without_returning(&tx);
    made.await.expect("inserts");
    tx.commit().await.expect("commits");
    let import = import_cells::unmatched(owner, MARKER).await;
    let body = import_cells::columns(&import);
    let matched = owner.api.match_import_columns(import.id, &body).await;
    matched.expect("matches");
    assert_eq!(
        owner
            .api
            .list_clients(List::first())
            .await
            .expect("lists")
            .data
            .len(),
        1
    );
    client
}

/// What the partner keeps on a client.
async fn written_down(owner: &Staff, client: ClientId) {
    let group = SaveTechGroup {
        name: MARKER.to_owned(),
        members: vec![owner.place()],
    };
    let group = owner.api.create_tech_group(&group, &key()).await;
    let field = NewCustomField {
        name: MARKER.to_owned(),
        kind: CustomFieldKind::Text,
        choices: Vec::new(),
        is_mandatory: false,
    };
    let field = owner.api.create_custom_field(&field, &key()).await;
    let like = new_record(MARKER, &format!("{MARKER}@foreign.example"));
    let record = UpdateClientRecord {
        primary_contact: Some(like.primary_contact),
        hours: Some(like.hours),
        email_domains: Some(vec![format!("{MARKER}.example")]),
        account_manager: Some(Some(owner.place())),
        tech_groups: Some(vec![group.expect("makes").id]),
        custom_values: Some(vec![SaveCustomValue {
            field_id: field.expect("makes").id,
            value: MARKER.to_owned(),
        }]),
        ..UpdateClientRecord::default()
    };
    let read = owner.api.read_client_record(client).await.expect("reads");
    let written = owner
        .api
        .update_client_record(client, &record, &read.etag)
        .await;
    written.expect("writes");
}

/// What a client sets about texting, and a customer's consent.
async fn texting(world: &World, owner: &Staff, client: ClientId) {
    let etag = Etag("\"v0\"".to_owned());
    let text = format!("{MARKER} may text me what I asked for. Reply STOP to end.");
    owner
        .api
        .put_consent_wording(client, &PutConsentWording { text: text.clone() }, &etag)
        .await
        .expect("writes");
    let settings = UpdateTextingSettings {
        brand_name: Some(MARKER.to_owned()),
        ..UpdateTextingSettings::default()
    };
    owner
        .api
        .update_texting_settings(client, &settings, &etag)
        .await
        .expect("sets");
    let reply = SaveQuickReply {
        name: MARKER.to_owned(),
        text: MARKER.to_owned(),
    };
    let made = owner.api.create_quick_reply(client, &reply, &key()).await;
    made.expect("makes");
    let entry = Entry::new(
        (owner.partner(), client),
        "+12025550100",
        "+12025550143",
        ConsentKind::Given,
        ConsentSource::Widget,
    );
    let version = "1".to_owned();
    let entry = entry.agreeing_to(Wording { version, text }).from_page(
        Some(MARKER),
        Some(MARKER),
        Some(MARKER),
    );
    let ctx = world.context();
    let tx = ctx.db.begin().await.expect("begins");
    record(ctx, &tx, entry).await.expect("records");
    tx.commit().await.expect("commits");
}
