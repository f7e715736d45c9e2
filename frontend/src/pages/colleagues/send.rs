use super::TeamRows;
use super::row::input_id;
use crate::components::FormState;
use crate::dom;
use crate::times;
use gangway_api_client::Client;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::TeamOutcome;

/// Sends the rows that wait. What came of each stands beside it; then `after` runs with it in words.
pub fn send(
    team: TeamRows,
    api: Client,
    client: ClientId,
    form: FormState,
    after: impl FnOnce(String) + 'static,
) {
    let body = team.body();
    if body.members.is_empty() {
        team.ask_for_one();
        return;
    }
    form.submit(
        body,
        move |body, key| async move { api.invite_client_users(client, &body, &key).await },
        move |answer| {
            let invited = answer
                .results
                .iter()
                .filter(|result| result.outcome == TeamOutcome::Invited)
                .count();
            team.answered(answer.results);
            if let Some(number) = team.first_refused() {
                dom::soon(move || dom::focus(&input_id(number)));
            }
            after(summary(invited, team.first_refused().is_some()));
        },
    );
}

fn summary(invited: usize, some_refused: bool) -> String {
    let sent = match invited {
        0 => "No invitation sent.".to_owned(),
        count => {
            let count = i64::try_from(count).unwrap_or_default();
            format!("{} sent.", times::counted(count, "invitation"))
        }
    };
    if some_refused {
        format!("{sent} Some rows need another look.")
    } else {
        sent
    }
}
