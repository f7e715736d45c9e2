//! What is downloaded: the sample, and the rows that are wrong.

use super::{imported, list, row, uploaded};
use crate::support::World;
use gangway_domain::wire::ImportState;

#[tokio::test]
async fn d8_the_sample_is_imported_as_it_is() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for with_secondary in [false, true] {
        let sample = owner
            .api
            .download_import_sample(with_secondary)
            .await
            .expect("downloads");
        let text = String::from_utf8(sample.clone()).expect("text");
        let columns = text.lines().next().expect("a header").split(',').count();
        assert_eq!(columns, if with_secondary { 18 } else { 16 });
        let import = uploaded(&owner, sample).await;
        assert_eq!((import.good, import.faulty), (1, 0), "{import:?}");
    }
}

#[tokio::test]
async fn up_10_the_rows_that_are_wrong_are_downloaded_corrected_and_imported() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut file = list(&["Acme"]);
    file.extend(
        row("One")
            .replacen("One", "=1+1", 1)
            .replace("America/New_York", "EST")
            .into_bytes(),
    );
    file.extend(row("Beta").replace("America/New_York", "CEST").into_bytes());
    let import = uploaded(&owner, file).await;
    imported(&world, &owner, import.id).await;
    let errors = owner
        .api
        .download_import_errors(import.id)
        .await
        .expect("downloads");
    let errors = String::from_utf8(errors).expect("text");
    assert!(errors.starts_with('\u{feff}'));
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].ends_with(",Error"));
    assert!(lines[1].starts_with("'=1+1,"), "{}", lines[1]);
    assert!(lines[1].contains("Timezone: "), "{}", lines[1]);
    let corrected = errors
        .replace(",EST,", ",America/New_York,")
        .replace(",CEST,", ",Europe/Berlin,");
    let again = uploaded(&owner, corrected.into_bytes()).await;
    assert_eq!((again.good, again.faulty), (2, 0), "{again:?}");
    let done = imported(&world, &owner, again.id).await;
    assert_eq!((done.state, done.created), (ImportState::Done, 2));
}

#[tokio::test]
async fn d21_values_without_a_column_stand_behind_what_is_wrong_with_their_row() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut file = list(&["Acme"]);
    file.extend(format!("{},extra,=more\r\n", row("Long").trim_end()).into_bytes());
    let import = uploaded(&owner, file).await;
    assert_eq!((import.good, import.faulty), (1, 1));
    let errors = owner.api.download_import_errors(import.id).await;
    let errors = String::from_utf8(errors.expect("downloads")).expect("text");
    let lines: Vec<&str> = errors.lines().collect();
    assert!(lines[0].ends_with(",EmailDomains,Error"), "{}", lines[0]);
    let said = "The row has 16 values, the first row has 14.";
    assert!(
        lines[1].contains(&format!(",long.example,\"{said} ")),
        "{errors}"
    );
    assert!(lines[1].ends_with("\",extra,'=more"), "{errors}");
    let again = uploaded(&owner, errors.clone().into_bytes()).await;
    assert_eq!((again.good, again.faulty), (0, 1), "none of them is lost");
    let right = errors.replace(",extra,'=more", "");
    let right = uploaded(&owner, right.into_bytes()).await;
    assert_eq!((right.good, right.faulty), (1, 0), "{right:?}");
}
