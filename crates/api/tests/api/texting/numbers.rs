//! Whose number a text is for: one of a company's, one that it had before, or nobody's.

use super::talk::{CUSTOMER, Talk, account, incoming, pairs, signature, to_number, with};
use super::{number, order, ready};
use crate::support::{ClientUser, World, company_info, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Conversation, MessageState};
use sea_orm::ConnectionTrait as _;

const NEW: &str = "+15105550177";

/// The client gets another number: no operation does that yet, so the row is changed.
async fn replace_number(world: &World) {
    let tx = world.context().db.begin().await.expect("begins");
    let sql = format!("update number_orders set phone_number = '{NEW}'");
    tx.execute_unprepared(&sql).await.expect("changes");
    tx.commit().await.expect("commits");
}

fn with_number<'a>(all: &'a [Conversation], number: &str) -> &'a Conversation {
    let found = all.iter().find(|talk| talk.company_number == number);
    found.expect("a conversation with it")
}

#[tokio::test]
async fn wi_02_what_comes_for_a_number_the_company_had_before_is_kept_in_its_conversation() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    talk.send("Good morning").await.expect("queues");
    talk.world.run_jobs().await;
    let text = talk.newest().await;
    let texts = talk.hook("messages").await;
    let statuses = format!("{}?message={}", talk.hook("statuses").await, text.id);
    replace_number(&talk.world).await;

    let late = talk.params("SM1", "Thank you");
    assert_eq!(talk.post(&texts, &late).await.status(), 200);
    let sid = talk.world.sandbox().twilio().messages();
    let sid = sid.iter().find(|it| it.direction == "outbound-api");
    let told = pairs(&[
        ("MessageSid", &sid.expect("was sent").sid),
        ("AccountSid", &account(&talk.world).sid),
        ("From", &talk.number),
        ("To", CUSTOMER),
        ("MessageStatus", "read"),
    ]);
    assert_eq!(talk.post(&statuses, &told).await.status(), 204);
    let old = talk.conversation().await;
    assert_eq!(old.company_number, talk.number);
    let texts_there = talk.messages_of(old.id).await;
    assert_eq!(texts_there[0].body, "Thank you");
    assert_eq!(texts_there[1].state, MessageState::Delivered);

    let stop = talk.params("SM2", "STOP");
    assert_eq!(talk.post(&texts, &stop).await.status(), 200);
    let first = with(&talk.params("SM3", "Is this you?"), "To", NEW);
    assert_eq!(talk.post(&texts, &first).await.status(), 200);
    let all = talk.conversations().await;
    assert_eq!(all.len(), 2, "{all:?}");
    let (old, new) = (with_number(&all, &talk.number), with_number(&all, NEW));
    assert!(!old.can_text, "it is no longer theirs");
    assert!(new.can_text, "what ended was for the other number: {new:?}");
    assert_eq!((old.unread, new.unread), (3, 1));
}

#[tokio::test]
async fn wi_02_a_number_that_is_not_and_never_was_the_companys_takes_nothing() {
    let talk = Talk::begin().await;
    let texts = talk.hook("messages").await;
    replace_number(&talk.world).await;
    let before = talk.world.tables().await;
    // Nobody was ever talked with from the first number either.
    for to in ["+15105550199", talk.number.as_str()] {
        let params = with(&talk.params("SM1", "Hello"), "To", to);
        assert_eq!(talk.post(&texts, &params).await.status(), 403, "{to}");
    }
    assert_eq!(talk.world.tables().await, before, "nothing is stored");
}

#[tokio::test]
async fn wi_02_a_number_that_is_still_being_bought_takes_nothing() {
    let talk = Talk::begin().await;
    let owner = talk.world.partner("Pier IT").await;
    let ann = client_of(&talk.world, &owner, "Bee").await;
    order(&ann).await;
    let hook = being_bought(&talk.world).await;
    let url = format!("{}/hooks/twilio/{hook}/messages", talk.world.base());
    let before = talk.world.tables().await;
    let params = talk.params("SM1", "Hello");
    assert_eq!(talk.post(&url, &params).await.status(), 403);
    assert_eq!(talk.world.tables().await, before, "nothing is stored");
}

/// The order that waits for its number.
async fn being_bought(world: &World) -> String {
    let id = if world.is_on_postgres() {
        "cast(id as text)"
    } else {
        "lower(hex(id))"
    };
    let sql = format!("select {id} from number_orders where state = 'searching'");
    world.texts(&sql).await.remove(0)
}

async fn client_of(world: &World, owner: &crate::support::Staff, name: &str) -> ClientUser {
    let email = format!("ann@{}.example", name.to_lowercase());
    let ann = world.client_of(owner, &email).await;
    let info = company_info(name);
    ann.api
        .submit_company_info(ann.client, &info, &key())
        .await
        .expect("submits");
    ann
}

#[tokio::test]
async fn sm_03_a_customer_of_two_companies_agrees_with_and_leaves_each_of_them_alone() {
    let talk = Talk::begin().await;
    let world = &talk.world;
    // One beside Jane's company, of the same partner, and one of another.
    let harbor = world.sign_in("owner@harborit.example").await.expect("in");
    let pier = world.partner("Pier IT").await;
    let (beside, other) = (
        client_of(world, &harbor, "Bee").await,
        client_of(world, &pier, "Sea").await,
    );
    for ann in [&beside, &other] {
        order(ann).await;
        world.run_jobs().await;
        let problem = send(ann, "Hello").await;
        let problem = refused(problem, ProblemCode::CannotText);
        assert_eq!(problem.errors[0].code, "no_consent");
    }
    let all = [&talk.jane, &beside, &other];
    for user in all {
        say(world, user, "Are you open?").await;
        let list = user
            .api
            .list_conversations(user.client, gangway_api_client::List::first())
            .await;
        let mut list = list.expect("lists").data;
        let seen = list.remove(0);
        assert!(list.is_empty(), "each has its own");
        let (to, from) = (&seen.company_number, &seen.customer_number);
        let own = number(user).await.number.expect("a number");
        assert_eq!((to, from.as_str(), seen.unread), (&own, CUSTOMER, 1));
    }
    say(world, &beside, "STOP").await;
    let problem = refused(send(&beside, "Yes").await, ProblemCode::CannotText);
    assert_eq!(problem.errors[0].code, "opted_out");
    for user in [&talk.jane, &other] {
        send(user, "Yes").await.expect("is for the other company");
    }
}

/// The customer texts the company of a user.
async fn say(world: &World, user: &ClientUser, body: &str) {
    let number = number(user).await.number.expect("a number");
    let (url, params) = incoming(world, &number, body);
    let signed = signature(world, &url, &params);
    let request = world.http().post(&url).form(&params);
    let answer = request.header("x-twilio-signature", signed).send().await;
    assert_eq!(answer.expect("an answer").status(), 200);
}

async fn send(
    user: &ClientUser,
    body: &str,
) -> Result<gangway_domain::wire::Message, gangway_api_client::Failure> {
    let body = to_number(CUSTOMER, body);
    user.api.send_message(user.client, &body, &key()).await
}

#[tokio::test]
async fn wi_02_without_an_order_there_is_no_hook() {
    let world = World::start_with(&[("GANGWAY_BASE_URL", "http://127.0.0.1:0")]).await;
    let jane = ready(&world).await;
    // The id of something else that is there.
    let url = format!("{}/hooks/twilio/{}/messages", world.base(), jane.client);
    let params = pairs(&[
        ("MessageSid", "SM1"),
        ("AccountSid", &account(&world).sid),
        ("From", CUSTOMER),
        ("To", "+15105550100"),
    ]);
    let before = world.tables().await;
    let signed = signature(&world, &url, &params);
    let request = world.http().post(&url).form(&params);
    let answer = request.header("x-twilio-signature", signed).send().await;
    assert_eq!(answer.expect("an answer").status(), 403);
    assert_eq!(world.tables().await, before, "nothing is stored");
}
