use super::clean::one_line;
use super::variables::variables;
use super::{Message, templates, wrap};
use minijinja::Value;

/// Longest subject in characters.
pub(super) const MAX_SUBJECT: usize = 200;

/// A message as its receiver will read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// One line, at most 200 characters, no control characters.
    pub subject: String,
    /// Plain text, lines separated by `\n`.
    pub text: String,
    pub html: String,
}

/// Why a message cannot be written. Both are our own faults, never a user's.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[error("template of the mail {message}: {reason}")]
    Template {
        message: &'static str,
        reason: String,
    },
    #[error("the link of the mail {message} is no plain http(s) address")]
    Link { message: &'static str },
}

/// Writes subject, text and HTML of a message.
pub fn render(message: &Message) -> Result<Rendered, RenderError> {
    let name = message.name();
    let values = variables(message).ok_or(RenderError::Link { message: name })?;
    let subject = part(name, "subject.txt", &values)?;
    let text = part(name, "text.txt", &values)?;
    let html = part(name, "html.html", &values)?;
    Ok(Rendered {
        subject: one_line(&subject, MAX_SUBJECT),
        text: wrap::paragraphs(&text),
        html,
    })
}

fn part(message: &'static str, file: &str, values: &Value) -> Result<String, RenderError> {
    let failed = |reason: String| RenderError::Template { message, reason };
    let environment = templates::environment().map_err(|error| failed(error.to_string()))?;
    environment
        .get_template(&format!("{message}/{file}"))
        .and_then(|template| template.render(values))
        .map_err(|error| failed(error.to_string()))
}
