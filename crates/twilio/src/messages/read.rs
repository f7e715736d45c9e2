use chrono::NaiveDate;
use serde::Deserialize;

use crate::client::Client;
use crate::error::Error;
use crate::exchange::Call;
use crate::list::Page;
use crate::messages::Message;

/// Which messages to list, newest first.
#[derive(Clone, Debug, Default)]
pub struct ListMessages {
    /// E.164.
    pub to: Option<String>,
    /// E.164.
    pub from: Option<String>,
    /// On this day (UTC) or later.
    pub sent_since: Option<NaiveDate>,
    /// Items per page, 1 to 1,000.
    pub page_size: Option<u16>,
    /// How many to read over all pages; 1,000 unless told.
    pub limit: Option<usize>,
}

#[derive(Deserialize)]
struct Messages {
    messages: Vec<Message>,
    next_page_uri: Option<String>,
}

impl Page for Messages {
    type Item = Message;

    fn take(self) -> (Vec<Message>, Option<String>) {
        (self.messages, self.next_page_uri)
    }
}

impl Client {
    /// One message; refused with code 20404 when there is none of that SID.
    pub async fn fetch_message(&self, sid: &str) -> Result<Message, Error> {
        let url = self.url(&["Messages", sid]);
        self.json(Call::read(url)).await
    }

    /// The messages that fit, page after page until the limit.
    pub async fn list_messages(&self, list: &ListMessages) -> Result<Vec<Message>, Error> {
        let mut url = self.url(&["Messages"]);
        let ListMessages {
            to,
            from,
            sent_since,
            page_size,
            limit,
        } = list;
        {
            let mut query = url.query_pairs_mut();
            for (name, value) in [
                ("To", to.clone()),
                ("From", from.clone()),
                // The operator is part of the name: `DateSent>` and `=` make "on or after".
                ("DateSent>", sent_since.map(|day| day.to_string())),
            ] {
                if let Some(value) = value {
                    query.append_pair(name, &value);
                }
            }
            query.append_pair("PageSize", &page_size.unwrap_or(100).to_string());
        }
        self.pages::<Messages>(url, limit.unwrap_or(1_000)).await
    }
}
