//! The tags of a page that matter here, as far as a browser acts on them: what stands in comments, in
//! text, in templates or where scripts are off is no tag.

/// Elements whose content holds no tags that act.
const INERT: [&str; 11] = [
    "script",
    "style",
    "textarea",
    "title",
    "noscript",
    "template",
    "iframe",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
];

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// Whether it is this element's.
    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// An attribute, by its name in lower case; of two the first counts.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim())
    }

    /// Every attribute.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// The start tags of `script` and `meta`, in their order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = if let Some(comment) = after.strip_prefix("!--") {
            after_comment(comment)
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = start_tag(after);
            let after = after_inert(&tag.name, after);
            if tag.is("script") || tag.is("meta") {
                found.push(tag);
            }
            after
        } else {
            after
        };
    }
    found
}

fn after_comment(comment: &str) -> &str {
    // `<!-->` and `<!--->` are whole comments.
    if let Some(after) = comment.strip_prefix('>').or(comment.strip_prefix("->")) {
        return after;
    }
    comment.split_once("-->").map_or("", |(_, after)| after)
}

/// What follows the content of an element that holds no tags.
fn after_inert<'a>(name: &str, content: &'a str) -> &'a str {
    if !INERT.contains(&name) {
        return content;
    }
    let mut rest = content;
    while let Some((_, after)) = rest.split_once("</") {
        let ends = after.get(..name.len()).is_some_and(|end| {
            let next = after
                .get(name.len()..)
                .and_then(|after| after.chars().next());
            end.eq_ignore_ascii_case(name) && next.is_none_or(ends_name)
        });
        if ends {
            return after;
        }
        rest = after;
    }
    ""
}

fn ends_name(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '/' | '>')
}

/// A start tag and what follows it.
fn start_tag(text: &str) -> (Tag, &str) {
    let (name, mut rest) = split(text, ends_name);
    let mut tag = Tag {
        name: name.to_ascii_lowercase(),
        attributes: Vec::new(),
    };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return (tag, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (tag, after);
        }
        let (attribute, after) = attribute(rest);
        tag.attributes.push(attribute);
        rest = after;
    }
}

fn attribute(text: &str) -> ((String, String), &str) {
    // An attribute may begin with `=`, and is named so then.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let (_, after_first) = cut(text, first);
    let (more, _) = split(after_first, |c| ends_name(c) || c == '=');
    let (name, rest) = cut(text, first + more.len());
    let name = name.to_ascii_lowercase();
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return ((name, String::new()), rest);
    };
    let value = value.trim_start();
    let (value, rest) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let (_, inside) = cut(value, 1);
            inside.split_once(quote).unwrap_or((inside, ""))
        }
        _ => split(value, |c| c.is_ascii_whitespace() || c == '>'),
    };
    ((name, decoded(value)), rest)
}

fn split(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    cut(text, text.find(ends).unwrap_or(text.len()))
}

fn cut(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The few character references that stand in addresses and policies.
fn decoded(value: &str) -> String {
    let mut text = value.to_owned();
    for (reference, character) in [
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&apos;", "'"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#x2F;", "/"),
        ("&#x2f;", "/"),
        ("&#47;", "/"),
        ("&#58;", ":"),
        ("&#x3A;", ":"),
        ("&#038;", "&"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ] {
        text = text.replace(reference, character);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(html: &str) -> Vec<String> {
        let scripts = tags(html).into_iter().filter(|tag| tag.is("script"));
        scripts
            .map(|tag| tag.get("src").unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn a_tag_is_read_however_it_is_written() {
        for html in [
            r#"<script async src="https://g.example/a.js?x=1&amp;y=2"></script>"#,
            "<SCRIPT ASYNC SRC='https://g.example/a.js?x=1&y=2'></SCRIPT>",
            "<script\n  src = https://g.example/a.js?x=1&y=2\n  async></script>",
            "<script/async/src=\" https://g.example/a.js?x=1&y=2 \" src=other ></script>",
            "<p a='>'><script src=https://g.example/a.js?x=1&#38;y=2>",
        ] {
            assert_eq!(sources(html), ["https://g.example/a.js?x=1&y=2"], "{html}");
        }
    }

    #[test]
    fn what_a_browser_does_not_run_is_no_tag() {
        for html in [
            "<!-- <script src=a></script> -->",
            "<noscript><script src=a></script></noscript>",
            "<template><script src=a></script></template>",
            "<textarea><script src=a></script></textarea>",
            "<style>/* <script src=a> */</style>",
            "&lt;script src=a&gt;",
            "<!-- never closed <script src=a>",
            "< script src=a>",
        ] {
            assert_eq!(sources(html), Vec::<String>::new(), "{html}");
        }
        assert_eq!(sources("<!--><script src=a></script>"), ["a"]);
        assert_eq!(
            sources("<script>'<script src=x>'</script ><script src=a>"),
            ["", "a"]
        );
        assert_eq!(
            sources("<title></titles><script src=x></title><script src=a>"),
            ["a"]
        );
    }

    #[test]
    fn broken_pages_come_to_an_end() {
        for html in [
            "<", "<a", "<a ", "<a b", "<a b=", "<a b='", "<!--", "</", "<script", "<é", "<a é=é",
        ] {
            assert!(sources(html).len() <= 1, "{html}");
        }
        assert_eq!(tags(&"<a <".repeat(10_000)), []);
        assert_eq!(tags(&"<!--".repeat(10_000)), []);
    }
}
