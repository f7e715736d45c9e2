//! Real tokens where they do not belong, and claims that say more than the database.

use super::accounts::{acting, renamed, team};
use super::bench::Bench;
use crate::support::{World, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ConfirmPasswordReset, RefreshSession, SendInvite, Token};
use serde_json::json;

#[tokio::test]
async fn se_01_claims_raise_no_role_and_open_no_other_partner() {
    let world = World::start().await;
    let (owner, _) = team(&world).await;
    let river = world.partner("River IT").await;
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    let foreign = river
        .api
        .send_invite(&body, &key())
        .await
        .expect("invites")
        .id;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let bench = Bench::of(&world, rep);
    let raised = bench.with_claims(|claims| {
        claims["role"] = json!("owner");
        claims["org"] = json!(river.partner());
        claims["partner_id"] = json!(river.partner());
        claims["is_super"] = json!(true);
        claims["agency_id"] = json!(river.partner());
        claims["impersonate"] = json!(river.me.id);
        claims["scope"] = json!("partner:write");
    });
    let api = acting(&world, raised);
    let me = api.read_me().await.expect("the claims are ignored");
    assert_eq!(me, bench.owner.me);
    let partner = api.read_partner().await.expect("reads");
    assert_eq!(partner.value.id, owner.partner());
    refused(
        api.update_partner(&renamed("Mine"), &partner.etag).await,
        ProblemCode::Forbidden,
    );
    refused(api.read_invite(foreign).await, ProblemCode::NotFound);
    // The place of somebody else, as if it were one's own: there is no such place for this person.
    let swapped = bench.with_claims(|claims| claims["plc"] = json!(river.place()));
    let api = acting(&world, swapped);
    assert_eq!(api.read_me().await.expect("reads").place_id, None);
    refused(api.read_partner().await, ProblemCode::NotSignedIn);
    refused(api.read_invite(foreign).await, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn se_01_cookie_and_token_of_two_people_are_never_mixed() {
    let world = World::start().await;
    let (owner, _) = team(&world).await;
    let river = world.partner("River IT").await;
    let both = acting(&world, river.api.access_token().expect("a token"));
    both.take_cookie(&crate::sign_in::refresh_cookie(&owner.api));
    // The API reads the token only, the session routes the cookie only.
    assert_eq!(both.read_me().await.expect("reads"), river.me);
    let refresh = RefreshSession { place_id: None };
    assert_eq!(
        both.refresh_session(&refresh).await.expect("refreshes").me,
        owner.me
    );
}

#[tokio::test]
async fn se_01_an_access_token_opens_no_link() {
    let world = World::start().await;
    let (owner, _) = team(&world).await;
    let token = owner.api.access_token().expect("a token");
    let before = world.tables().await;
    let api = world.client();
    let body = Token {
        token: token.clone(),
    };
    refused(api.look_up_invite(&body).await, ProblemCode::NotFound);
    refused(api.mark_invite_opened(&body).await, ProblemCode::NotFound);
    refused(api.look_up_sign_up(&body).await, ProblemCode::NotFound);
    refused(api.look_up_partner_link(&body).await, ProblemCode::NotFound);
    refused(api.look_up_handover(&body).await, ProblemCode::NotFound);
    let reset = ConfirmPasswordReset {
        token: token.clone(),
        password: crate::support::password(),
    };
    refused(
        api.confirm_password_reset(&reset).await,
        ProblemCode::NotFound,
    );
    refused(api.read_widget("gwa_none").await, ProblemCode::NotFound);
    assert_eq!(world.tables().await, before, "nothing changed");
}
