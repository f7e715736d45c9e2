//! Words that depend on the partner's choice or on a state.

use gangway_domain::wire::ClientsWord;

/// "Clients" or "Companies".
pub fn clients(word: ClientsWord) -> &'static str {
    match word {
        ClientsWord::Clients => "Clients",
        ClientsWord::Companies => "Companies",
    }
}

/// "client" or "company".
pub fn client(word: ClientsWord) -> &'static str {
    match word {
        ClientsWord::Clients => "client",
        ClientsWord::Companies => "company",
    }
}

/// "Client" or "Company".
pub fn client_title(word: ClientsWord) -> &'static str {
    match word {
        ClientsWord::Clients => "Client",
        ClientsWord::Companies => "Company",
    }
}

/// What was typed, unless it is nothing.
pub fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
