use std::fmt::Write as _;

use super::table::SECTIONS;

const WIDTH: usize = 98;
const HEAD: &str = "\
# Every setting of Gangway, with its default. Written by `gangway settings`; a test compares it.
#
# Each is read from the environment, or from a TOML file named by GANGWAY_CONFIG or --config, under
# the key in brackets: [server] listen = \"127.0.0.1:8080\". The environment wins. Empty is not set.

#GANGWAY_CONFIG=
";

/// The text of `.env.example`.
pub fn env_example() -> String {
    let mut text = HEAD.to_owned();
    for (heading, abouts) in SECTIONS {
        let _ = write!(text, "\n\n# {heading}\n");
        for about in *abouts {
            let secret = if about.secret { " Secret." } else { "" };
            let doc = format!("{}{secret} [{}]", about.doc, about.key);
            text.push('\n');
            text.push_str(&wrapped(&doc));
            let default = if about.default.contains(' ') {
                format!("\"{}\"", about.default)
            } else {
                about.default.to_owned()
            };
            let _ = writeln!(text, "#{}={default}", about.name);
        }
    }
    text
}

fn wrapped(doc: &str) -> String {
    let mut text = String::new();
    let mut line = "#".to_owned();
    for word in doc.split(' ') {
        if line.len() + 1 + word.len() > WIDTH {
            text.push_str(&line);
            text.push('\n');
            "#".clone_into(&mut line);
        }
        line.push(' ');
        line.push_str(word);
    }
    format!("{text}{line}\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_env_example_lists_every_setting() {
        let committed = include_str!("../../../../.env.example");
        assert_eq!(
            committed,
            super::env_example(),
            "write it again: cargo run --bin gangway -- settings > .env.example"
        );
    }
}
