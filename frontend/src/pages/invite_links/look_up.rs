use crate::route;
use gangway_domain::wire::Token;
use leptos::prelude::*;

/// Shows `page` for the token in the address, anew when another link is opened in its place.
pub(super) fn per_token(page: impl Fn(Token) -> AnyView + Send + Sync + 'static) -> AnyView {
    let token = Memo::new(|before: Option<&String>| {
        route::track_arrivals();
        let now = route::token_in_address();
        // On the way to another page there is none.
        match before {
            Some(before) if now.is_empty() => before.clone(),
            _ => now,
        }
    });
    (move || page(Token { token: token.get() })).into_any()
}
