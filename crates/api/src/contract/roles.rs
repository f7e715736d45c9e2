//! The route x role table, for people to read.

use super::openapi_json;
use gangway_domain::roles::{Permission, Role};
use serde_json::Value;
use std::fmt::Write as _;

/// `docs/roles.md`: every operation that needs a sign-in, and who may call it.
pub fn roles_page() -> String {
    let titles: Vec<&str> = Role::ALL.iter().map(|role| role.title()).collect();
    let mut page = String::from(
        "# Who may call what\n\n\
         Written by `./just openapi` from the permissions in the handlers' signatures. A cell says that the role holds the\n\
         permission, an API key where its scopes have it; which objects it then sees is narrower: a sales rep its own clients and invitations, a technician the\n\
         clients it is assigned to, a client's people their own company. Whatever is out of sight is answered with 404.\n\n",
    );
    // Writing to a String cannot fail.
    let _ = writeln!(
        page,
        "| operation | permission | {} | API key |",
        titles.join(" | ")
    );
    let _ = writeln!(page, "| --- | --- |{}", " :-: |".repeat(titles.len() + 1));
    let paths = openapi_json().get("paths").and_then(Value::as_object);
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            if let (Some(scope), Some(held)) = (
                operation["x-scope"].as_str(),
                operation["x-roles"].as_array(),
            ) {
                let cells: Vec<&str> = Role::ALL
                    .iter()
                    .map(|role| {
                        if held.iter().any(|name| name == role.as_str()) {
                            "yes"
                        } else {
                            ""
                        }
                    })
                    .collect();
                let method = method.to_uppercase();
                let key = Permission::of_key_scope(scope).map_or("", |_| "yes");
                let _ = writeln!(
                    page,
                    "| `{method} {path}` | {scope} | {} | {key} |",
                    cells.join(" | ")
                );
            }
        }
    }
    page += "\nEverything under `/public/v1` needs no sign-in.\n";
    page
}
