use crate::support::{World, key, token_of};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{InviteStatus, SendInvite, Token};

#[tokio::test]
async fn b06_an_invited_client_gets_a_welcome_email_with_its_link() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = SendInvite { email: "jane@client.example".to_owned() };
    let invite = owner.api.send_invite(&body, &key()).await.expect("invites");
    assert_eq!(invite.status, InviteStatus::Sent);
    let mail = world.mail_to("jane@client.example").await;
    assert!(mail.html.as_deref().unwrap_or_default().contains("Set Up Company"));
    let link = world.client().look_up_invite(&Token { token: token_of(&mail) }).await.expect("opens");
    assert_eq!(link.email.as_deref(), Some("jane@client.example"));
    assert_eq!(link.contact.expect("a contact").partner_name, "Harbor IT");
}

#[tokio::test]
async fn b07_a_list_of_addresses_is_refused_and_told_so() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for list in ["a@x.example,b@x.example", "a@x.example; b@x.example", "a@x.example b@x.example"] {
        let body = SendInvite { email: list.to_owned() };
        let failure = owner.api.send_invite(&body, &key()).await.expect_err("refuses");
        assert!(failure.is(ProblemCode::InvalidFields));
        let error = failure.field_errors().first().expect("a field");
        assert_eq!((error.pointer.as_str(), error.code.as_str()), ("/email", "one_address_only"));
    }
    assert_eq!(world.run_jobs().await, 0, "nothing is sent");
}
