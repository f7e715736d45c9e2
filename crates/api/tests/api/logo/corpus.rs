//! UP-07 through the front door: every file of the corpus, by what is written down for it.

use super::{files, get, jane, put};
use crate::support::{World, corpora};
use std::time::{Duration, Instant};

#[tokio::test]
async fn up_07_every_file_of_the_corpus_is_kept_as_pixels_or_refused_with_nothing_stored() {
    let Some(expected) = corpora::json("images/expected.json") else {
        return;
    };
    let world = World::start().await;
    let jane = jane(&world).await;
    let (mut kept, mut not) = (0, 0);
    for (name, about) in expected["files"].as_object().expect("files") {
        let Some(upload) = corpora::bytes(&format!("images/{name}")) else {
            return;
        };
        if name.ends_with(".json") {
            continue;
        }
        let must = about["must"].as_str().expect("words");
        let began = Instant::now();
        let answer = put(&jane.api, jane.client, name, upload.clone()).await;
        assert!(
            began.elapsed() < Duration::from_secs(2),
            "{name}: {:?}",
            began.elapsed()
        );
        if answer.status != 200 {
            assert!(
                matches!(answer.status, 415 | 422),
                "{name}: {}",
                answer.status
            );
            assert!(
                !must.starts_with("accepted") || may_be_refused(must),
                "{name}"
            );
            assert_eq!(world.rows("files").await, 0, "{name}");
            assert!(files(&world).is_empty(), "{name}");
            not += 1;
            continue;
        }
        assert!(
            !must.starts_with("415") || must.contains("accepted"),
            "{name}"
        );
        assert!(
            !must.starts_with("422") && !must.starts_with("Logos"),
            "{name}"
        );
        let shown = get(&jane.api, jane.client, "64").await;
        assert_eq!(shown.header("content-type"), Some("image/png"), "{name}");
        for word in ["<script", "<html", "<?php", "alert(", "GPS", "PK\u{3}\u{4}"] {
            let found = shown
                .body
                .windows(word.len())
                .any(|part| part == word.as_bytes());
            assert!(!found, "{name}: {word}");
        }
        kept += 1;
        jane.api.delete_logo(jane.client).await.expect("removes");
        world.run_jobs().await;
    }
    assert!(kept > 10 && not > 20, "{kept} kept, {not} not");
}

fn may_be_refused(must: &str) -> bool {
    must.contains("refused") || must.contains("message")
}
