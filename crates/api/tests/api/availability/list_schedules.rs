use super::{acme, made, office_hours};
use crate::support::World;
use gangway_api_client::List;

#[tokio::test]
async fn b29_schedules_are_listed_newest_first_page_by_page_and_found_by_name() {
    let world = World::start().await;
    let jane = acme(&world).await;
    for name in ["Office", "Summer 50%", "Winter"] {
        made(&jane, &office_hours(name)).await;
        world.advance(chrono::Duration::seconds(1));
    }
    let list = async |list: List| {
        let page = jane
            .api
            .list_schedules(jane.client, list)
            .await
            .expect("lists");
        let names: Vec<String> = page.data.into_iter().map(|one| one.name).collect();
        (names, page.next, page.total)
    };
    let two = List {
        limit: Some(2),
        count: true,
        ..List::default()
    };
    let (names, next, total) = list(two).await;
    assert_eq!(
        (names, total),
        (vec!["Winter".into(), "Summer 50%".into()], Some(3))
    );
    let (names, next, _) = list(List::after(next.expect("more"))).await;
    assert_eq!((names, next), (vec!["Office".to_owned()], None));
    let search = |q: &str| List {
        q: Some(q.to_owned()),
        ..List::default()
    };
    assert_eq!(list(search("SUMMER")).await.0, ["Summer 50%"]);
    assert_eq!(list(search("%")).await.0, ["Summer 50%"]);
}
