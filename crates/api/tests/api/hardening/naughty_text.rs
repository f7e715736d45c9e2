//! XS-01: every naughty string in a text field comes back as it went in, or is refused.

use crate::clients::by_hand;
use crate::support::{World, corpora, key};
use gangway_api_client::Failure;
use gangway_domain::values::{CompanyName, Line, PersonName};

fn strings() -> Option<Vec<String>> {
    let naughty = corpora::json("strings/naughty.json")?;
    let own = corpora::json("strings/text_cases.json")?;
    let of_own = own.as_array().or_else(|| own["cases"].as_array());
    let texts = of_own
        .expect("cases")
        .iter()
        .filter_map(|case| case["text"].as_str());
    let plain = naughty
        .as_array()
        .expect("strings")
        .iter()
        .filter_map(|text| text.as_str());
    Some(plain.chain(texts).map(str::to_owned).collect())
}

#[tokio::test]
async fn xs_01_every_string_comes_back_as_it_is_or_is_refused_by_its_field() {
    let Some(strings) = strings() else { return };
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (mut kept, mut refused) = (0, 0);
    for (number, text) in strings.iter().enumerate() {
        if number % 50 == 0 {
            world.after_quiet_hours().await;
        }
        let mut body = by_hand(text, &format!("ada{number}@acme.example"));
        body.company.address_line1.clone_from(text);
        body.company.city.clone_from(text);
        body.administrator.first_name.clone_from(text);
        match owner.api.create_client(&body, &key()).await {
            Ok(made) => {
                let client = made.value;
                let name = CompanyName::parse(text).expect("the shared rule agrees");
                let line = Line::parse(text).expect("the shared rule agrees");
                assert_eq!(client.name.as_deref(), Some(name.as_str()), "{text:?}");
                assert_eq!(client.city.as_deref(), Some(line.as_str()), "{text:?}");
                kept += 1;
            }
            Err(Failure::Problem(problem)) => {
                let fits = CompanyName::parse(text).is_ok()
                    && Line::parse(text).is_ok()
                    && PersonName::parse(text).is_ok();
                let taken = problem
                    .errors
                    .iter()
                    .any(|error| error.code == "duplicate_existing");
                assert!(
                    problem.status < 500 && (!fits || taken),
                    "{text:?}: {problem:?}"
                );
                refused += 1;
            }
            Err(other) => panic!("{text:?}: {other}"),
        }
    }
    assert!(kept > 200, "{kept} kept");
    println!("XS-01: {kept} kept, {refused} refused");
    // Whoever reads the mails gets text, whatever it holds.
    world.run_jobs().await;
    for mail in world.sandbox().mailbox().all() {
        let html = mail.html.unwrap_or_default().to_lowercase();
        for tag in ["<script", "<img", "<svg", "<iframe", "<object", "<embed"] {
            assert!(!html.contains(tag), "{tag} in {:?}", mail.subject);
        }
    }
}
