use crate::route;
use gangway_domain::wire::Token;

/// The token of the link that opened this page.
pub(super) fn token() -> Token {
    Token {
        token: route::token_in_address(),
    }
}
