use super::{COMPANY, CUSTOMER, entry, partner, ready, recorded};
use crate::support::World;
use gangway::consent::{Entry, Wording};
use gangway_api_client::List;
use gangway_domain::wire::{ConsentKind, ConsentSource};

#[tokio::test]
async fn b33_the_proof_is_a_line_of_csv_with_the_exact_words_and_no_formula() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let wording = Wording {
        version: "2".to_owned(),
        text: "I agree, \"in full\", to texts.\nReply STOP to end.".to_owned(),
    };
    let ticked = entry(&jane, ConsentKind::Given, ConsentSource::Widget)
        .agreeing_to(wording)
        .from_page(
            Some("=HYPERLINK(\"https://evil.example\")"),
            Some("2001:db8::7"),
            None,
        );
    recorded(&world, ticked).await;
    let bytes = jane.api.download_consents(jane.client, List::first()).await;
    let text = String::from_utf8(bytes.expect("downloads")).expect("UTF-8");
    let (head, rest) = text.split_once("\r\n").expect("lines");
    assert_eq!(
        head,
        "\u{feff}Time,Customer number,Company number,What,How,May be texted,Wording,Wording version,Page,Address,Browser,Message,Recorded by,Id"
    );
    let listed = jane.api.list_consents(jane.client, List::first()).await;
    let listed = listed.expect("lists").data;
    let at = listed[0]
        .at
        .to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    let wanted = format!(
        "{at},'{CUSTOMER},'{COMPANY},given,widget,yes,\"I agree, \"\"in full\"\", to texts.\nReply STOP to end.\",2,\"'=HYPERLINK(\"\"https://evil.example\"\")\",2001:db8::7,,,,{}\r\n",
        listed[0].id
    );
    assert_eq!(rest, wanted);
}

#[tokio::test]
async fn b33_a_ledger_of_more_than_a_batch_is_downloaded_whole() {
    let world = World::start().await;
    let (_, jane) = ready(&world).await;
    let ctx = world.context();
    let tx = ctx.db.begin().await.expect("begins");
    for number in 0..1003 {
        let customer = format!("+1202{number:07}");
        let ids = (partner(&jane), jane.client);
        let (kind, source) = (ConsentKind::Given, ConsentSource::Text);
        let entry = Entry::new(ids, COMPANY, &customer, kind, source);
        gangway::consent::record(ctx, &tx, entry)
            .await
            .expect("records");
    }
    tx.commit().await.expect("commits");
    let bytes = jane.api.download_consents(jane.client, List::first()).await;
    let text = String::from_utf8(bytes.expect("downloads")).expect("UTF-8");
    let mut numbers: Vec<&str> = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').nth(1))
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 1003, "each once");
    let of_one = List {
        filters: vec![("customer_number", "+12020000500".to_owned())],
        ..List::default()
    };
    let bytes = jane.api.download_consents(jane.client, of_one).await;
    let text = String::from_utf8(bytes.expect("downloads")).expect("UTF-8");
    assert_eq!(text.lines().count(), 2, "{text}");
}
