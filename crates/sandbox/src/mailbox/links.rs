/// The web links of a mail in the order they occur, each once: what buttons of the HTML part point
/// to, then what the text part says.
pub(crate) fn links(text: Option<&str>, html: Option<&str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let candidates = html
        .into_iter()
        .flat_map(targets)
        .chain(text.into_iter().flat_map(written));
    for link in candidates {
        if is_web(&link) && !found.contains(&link) {
            found.push(link);
        }
    }
    found
}

fn is_web(link: &str) -> bool {
    link.starts_with("http://") || link.starts_with("https://")
}

/// The values of `href`, quoted either way, with their entities read.
fn targets(html: &str) -> Vec<String> {
    html.split("href=")
        .skip(1)
        .filter_map(|rest| {
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, _) = rest.get(1..)?.split_once(quote)?;
            Some(unescape(value.trim()))
        })
        .collect()
}

fn unescape(value: &str) -> String {
    [
        ("&#x2f;", "/"),
        ("&#x2F;", "/"),
        ("&#47;", "/"),
        ("&#x3d;", "="),
        ("&#x3D;", "="),
        ("&#61;", "="),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(value.to_owned(), |text, (entity, character)| {
        text.replace(entity, character)
    })
}

/// What looks like a link in plain text, without the punctuation of the sentence around it.
fn written(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
        .filter_map(|word| {
            let start = word.find("http://").or_else(|| word.find("https://"))?;
            let link = word.get(start..)?;
            Some(link.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']))
        })
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn links_of_both_parts_are_found_once() {
        let html = r#"<a href="https://a.test/invite?x=1&amp;y=2#t">Go</a> <a href='mailto:x@y'>m</a>
            <a href="https:&#x2f;&#x2f;a.test&#x2f;b">b</a>"#;
        let text = "Open https://a.test/invite?x=1&y=2#t.\nOr (http://b.test/c), <http://d.test>";
        assert_eq!(
            links(Some(text), Some(html)),
            [
                "https://a.test/invite?x=1&y=2#t",
                "https://a.test/b",
                "http://b.test/c",
                "http://d.test",
            ]
        );
    }
}
