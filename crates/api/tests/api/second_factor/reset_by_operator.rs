use crate::support::World;
use crate::support::process::{ended, gangway};

#[tokio::test]
async fn au_08_the_operator_helps_someone_who_lost_phone_and_codes() {
    let mut world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.second_factor_of(&owner.api).await;
    world.run_jobs().await;
    world.pause().await;
    let settings: Vec<(&str, &str)> = world
        .settings()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let reset = |email: &str| {
        ended(gangway(
            &["person", "reset-second-factor", "--email", email],
            &settings,
        ))
    };
    assert!(reset(&owner.email).0.success());
    let (again, words) = reset(&owner.email);
    assert!(!again.success() && words.contains("nobody"), "{words}");
    world.resume().await;
    world.sign_in(&owner.email).await.expect("signs in");
    assert_eq!(world.events("second_factor.disabled").await, 1);
    let mail = world.mail_to(&owner.email).await;
    assert_eq!(mail.subject, "Your second factor is off");
}
