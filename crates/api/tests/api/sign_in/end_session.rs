use super::list_my_sessions::{in_firefox, sessions};
use super::refresh_call;
use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;

#[tokio::test]
async fn se_05_an_ended_session_is_refused_at_the_next_request() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let firefox = in_firefox(&world).await;
    firefox
        .list_clients(gangway_api_client::List::first())
        .await
        .expect("is in");
    let id = sessions(&firefox)
        .await
        .iter()
        .find(|one| one.is_current)
        .expect("one")
        .id;
    owner.api.end_session(id).await.expect("ends it");
    let token = firefox.access_token();
    let call = gangway_api_client::Call::get("list_clients", "/api/v1/clients");
    let answer = firefox
        .exchange(&call, token.as_deref())
        .await
        .expect("answers");
    assert_eq!(answer.status, 401);
    let refresh = firefox
        .exchange(&refresh_call(), None)
        .await
        .expect("answers");
    assert_eq!(refresh.status, 401, "it cannot be refreshed either");
    assert_eq!(sessions(&owner.api).await.len(), 1);
    assert_eq!(world.events("session.ended").await, 1);
    refused(owner.api.end_session(id).await, ProblemCode::NotFound);
}

#[tokio::test]
async fn se_05_signing_out_everywhere_else_leaves_this_one() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (one, two) = (in_firefox(&world).await, in_firefox(&world).await);
    one.end_other_sessions().await.expect("ends the others");
    one.read_me().await.expect("is still in");
    for api in [&owner.api, &two] {
        refused(api.read_me().await, ProblemCode::NotSignedIn);
    }
    assert_eq!(sessions(&one).await.len(), 1);
    // Again, with nothing left to end.
    one.end_other_sessions().await.expect("nothing to do");
    assert_eq!(world.events("person.signed_out_elsewhere").await, 1);
}

#[tokio::test]
async fn se_05_the_session_of_another_person_is_not_there() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Other IT").await;
    let id = sessions(&other.api).await[0].id;
    refused(owner.api.end_session(id).await, ProblemCode::NotFound);
    refused(
        world.client().end_session(id).await,
        ProblemCode::NotSignedIn,
    );
    refused(
        world.client().end_other_sessions().await,
        ProblemCode::NotSignedIn,
    );
    other.api.read_me().await.expect("is still in");
}
