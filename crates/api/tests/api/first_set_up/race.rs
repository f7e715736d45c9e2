use crate::support::{World, refused, refused_field};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::FirstSetUp;

#[tokio::test]
async fn au_09_of_twenty_at_once_one_makes_the_first_partner_and_it_is_closed_for_ever() {
    let mut world = World::start_empty().await;
    let open = world.client().read_public_settings().await.expect("reads");
    assert!(open.first_set_up_open);
    let tries: Vec<_> = (0..20)
        .map(|number| {
            let (api, body) = (
                world.client(),
                world.first_set_up(&format!("owner{number}@harborit.example")),
            );
            tokio::spawn(async move { api.make_first_partner(&body).await })
        })
        .collect();
    let mut made = Vec::new();
    for one in tries {
        match one.await.expect("ends") {
            Ok(session) => made.push(session),
            failed => {
                let busy = failed
                    .as_ref()
                    .is_err_and(|failure| failure.is(ProblemCode::Unavailable));
                if !busy {
                    refused(failed, ProblemCode::NotFound);
                }
            }
        }
    }
    let [session] = made.as_slice() else {
        panic!("{} made a partner", made.len())
    };
    assert_eq!(session.me.place().expect("a place").role.as_str(), "owner");
    for (table, rows) in [
        ("partners", 1),
        ("people", 1),
        ("places", 1),
        ("first_set_ups", 1),
    ] {
        assert_eq!(world.rows(table).await, rows, "{table}");
    }
    assert_eq!(world.events("partner.created").await, 1);
    world.sign_in(&session.me.email).await.expect("signs in");

    let again = world.first_set_up("second@harborit.example");
    refused(
        world.client().make_first_partner(&again).await,
        ProblemCode::NotFound,
    );
    world.restart().await;
    let closed = world.client().read_public_settings().await.expect("reads");
    assert!(!closed.first_set_up_open);
    refused(
        world.client().make_first_partner(&again).await,
        ProblemCode::NotFound,
    );
}

#[tokio::test]
async fn au_09_there_is_no_account_before_and_a_wrong_token_is_not_found() {
    let world = World::start_empty().await;
    assert_eq!(world.rows("people").await + world.rows("partners").await, 0);
    let real = world.first_set_up("owner@harborit.example");
    for token in ["x", &real.token[1..], &real.token.to_lowercase()] {
        let body = FirstSetUp {
            token: token.to_owned(),
            ..real.clone()
        };
        refused(
            world.client().make_first_partner(&body).await,
            ProblemCode::NotFound,
        );
    }
    let weak = FirstSetUp {
        password: "olive owner harbor it".to_owned(),
        ..real.clone()
    };
    refused_field(
        world.client().make_first_partner(&weak).await,
        "/password",
        "own_name",
    );
    assert_eq!(world.rows("people").await, 0);
    world
        .client()
        .make_first_partner(&real)
        .await
        .expect("makes");
}

#[tokio::test]
async fn au_09_where_sign_up_is_open_or_somebody_is_here_there_is_no_first_set_up() {
    let open = World::start().await;
    let body = open.first_set_up("owner@harborit.example");
    refused(
        open.client().make_first_partner(&body).await,
        ProblemCode::NotFound,
    );
    let inhabited = World::start_empty().await;
    inhabited.partner("Pier IT").await;
    let body = inhabited.first_set_up("owner@harborit.example");
    refused(
        inhabited.client().make_first_partner(&body).await,
        ProblemCode::NotFound,
    );
}
