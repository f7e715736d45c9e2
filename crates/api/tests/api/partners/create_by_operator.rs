use crate::support::process::said;
use crate::support::{World, password, refused, token_of};
use gangway::partners::{Created, NewPartner, create_by_operator};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::values::{CompanyName, EmailAddress, PersonName};
use gangway_domain::wire::ConfirmPasswordReset;

fn partner(company: &str, email: &str) -> NewPartner {
    NewPartner {
        company: CompanyName::parse(company).expect("a name"),
        it_glue_address: None,
        first_name: PersonName::parse("Olive").expect("a name"),
        last_name: PersonName::parse("Owner").expect("a name"),
        email: EmailAddress::parse(email).expect("an address"),
        password: None,
    }
}

async fn make(world: &World, company: &str, email: &str) -> Created {
    create_by_operator(world.context(), partner(company, email))
        .await
        .expect("a partner")
}

#[tokio::test]
async fn a03_the_operator_makes_a_partner_whose_owner_chooses_a_password() {
    let world = World::start_with(&[("GANGWAY_SIGN_UP", "closed")]).await;
    let made = make(&world, "Harbor IT", "olive@harborit.example").await;
    let link = made.link.expect("a link");
    assert!(
        link.starts_with("http://localhost:8080/reset-password#"),
        "{link}"
    );
    let token = token_of(&world.mail_to("olive@harborit.example").await);
    assert_eq!(
        link.split_once('#').expect("a token").1,
        token,
        "printed and mailed"
    );
    refused(
        world.sign_in("olive@harborit.example").await.map(|_| ()),
        ProblemCode::WrongCredentials,
    );
    // The link lasts as long as an invitation.
    world.advance(chrono::Duration::hours(119));
    let body = ConfirmPasswordReset {
        token,
        password: password(),
    };
    world
        .client()
        .confirm_password_reset(&body)
        .await
        .expect("sets it");
    let owner = world
        .sign_in("olive@harborit.example")
        .await
        .expect("signs in");
    let place = owner.me.place().expect("a place");
    assert_eq!(
        (place.partner.id, place.role),
        (made.partner, Role::Staff(StaffRole::Owner))
    );
}

#[tokio::test]
async fn a03_a_person_who_is_known_keeps_their_password_and_gets_a_second_place() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let made = make(&world, "Second IT", &owner.email).await;
    assert_eq!(made.link, None);
    let again = world
        .sign_in(&owner.email)
        .await
        .expect("the same password");
    assert_eq!(again.me.places.len(), 2);
    assert_eq!(world.run_jobs().await, 0, "no mail");
}

#[test]
fn a03_the_operator_makes_a_partner_by_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let settings = [
        ("GANGWAY_DATA_DIR", data.as_str()),
        ("GANGWAY_SANDBOX", "on"),
        ("GANGWAY_BASE_URL", "http://localhost:8080"),
    ];
    let gangway = |arguments: &[&str]| said(arguments, &settings);
    let create = |email: &'static str| {
        let mut arguments = vec![
            "partner",
            "create",
            "--company",
            "Harbor IT",
            "--email",
            email,
        ];
        arguments.extend(["--first-name", "Olive", "--last-name", "Owner"]);
        arguments
    };
    let (made, words) = gangway(&create("olive@harborit.example"));
    assert!(!made && words.contains("gangway migrate"), "{words}");
    assert!(gangway(&["migrate"]).0);
    let (made, words) = gangway(&create("olive@harborit.example"));
    assert!(
        made && words.contains("http://localhost:8080/reset-password#"),
        "{words}"
    );
    let (made, words) = gangway(&create("no address"));
    assert!(
        !made && words.contains("--email: Enter an email address"),
        "{words}"
    );
    let (made, words) = gangway(&create("olive@harborit.example"));
    assert!(
        made && !words.contains('#'),
        "a known person gets no link: {words}"
    );
}
