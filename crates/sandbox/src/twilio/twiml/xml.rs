//! As much of XML as `TwiML` needs, read strictly.

/// A tag, or what stands between two.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open { name: String, empty: bool },
    Close(String),
    Text(String),
}

pub(super) fn tokens(text: &str) -> Result<Vec<Token>, &'static str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    if let Some(after) = rest.strip_prefix("<?xml ") {
        rest = after
            .split_once("?>")
            .ok_or("the declaration is not closed")?
            .1
            .trim_start();
    }
    while !rest.is_empty() {
        rest = if let Some(after) = rest.strip_prefix("<!--") {
            after.split_once("-->").ok_or("a comment is not closed")?.1
        } else if let Some(after) = rest.strip_prefix("</") {
            let (name, after) = after.split_once('>').ok_or("a tag is not closed")?;
            tokens.push(Token::Close(name.trim_end().to_owned()));
            after
        } else if let Some(after) = rest.strip_prefix('<') {
            let (inside, after) = after.split_once('>').ok_or("a tag is not closed")?;
            tokens.push(tag(inside)?);
            after
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let (between, after) = rest.split_at(end);
            tokens.push(Token::Text(unescaped(between)?));
            after
        };
    }
    Ok(tokens)
}

fn tag(inside: &str) -> Result<Token, &'static str> {
    let (inside, empty) = match inside.strip_suffix('/') {
        Some(inside) => (inside, true),
        None => (inside, false),
    };
    let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
    let (name, attributes) = inside.split_at(end);
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err("a tag has no name");
    }
    check_attributes(attributes)?;
    Ok(Token::Open {
        name: name.to_owned(),
        empty,
    })
}

fn check_attributes(attributes: &str) -> Result<(), &'static str> {
    let mut rest = attributes.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=').ok_or("an attribute has no value")?;
        let quote = after
            .chars()
            .next()
            .filter(|quote| matches!(quote, '"' | '\''));
        let quote = quote.ok_or("the value of an attribute is not quoted")?;
        let value = after.get(1..).unwrap_or_default();
        let (value, after) = value.split_once(quote).ok_or("a value is not closed")?;
        if name.trim().is_empty() || value.contains('<') {
            return Err("an attribute is not well formed");
        }
        unescaped(value)?;
        rest = after.trim_start();
    }
    Ok(())
}

fn unescaped(text: &str) -> Result<String, &'static str> {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once(';').ok_or("a lone & is not escaped")?;
        plain.push(character(name).ok_or("a character is escaped in a way nobody knows")?);
        plain.push_str(after);
    }
    Ok(plain)
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|character| *character != '\0')?
        }
    })
}
