use std::fmt::Write as _;

use crate::{
    context::Context,
    partners::{self, Listed},
};

pub async fn run(ctx: &Context) -> anyhow::Result<String> {
    Ok(table(&partners::list_by_operator(ctx).await?))
}

/// A line per partner: id, since when it is there, whether it is suspended, name.
fn table(listed: &[Listed]) -> String {
    let mut text = String::new();
    for partner in listed {
        let Listed {
            id,
            name,
            created_at,
            suspended_at,
        } = partner;
        let since = created_at.format("%Y-%m-%d");
        let state = suspended_at.map_or_else(
            || "active".to_owned(),
            |at| format!("suspended {}", at.format("%Y-%m-%d")),
        );
        let _ = writeln!(text, "{id}  {since}  {state:<20}  {name}");
    }
    if text.is_empty() {
        "No partners.\n".clone_into(&mut text);
    }
    text
}
