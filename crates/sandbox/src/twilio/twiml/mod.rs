//! What a webhook answers: `TwiML`, as far as it is about texts.

mod xml;

use xml::Token;

/// Longer answers are not read.
const LONGEST: usize = 64 * 1024;

/// The texts that an answer wants to be sent; refused where Twilio could not read it.
pub(super) fn messages(answer: &str) -> Result<Vec<String>, &'static str> {
    if answer.len() > LONGEST {
        return Err("the answer is longer than 64 kB");
    }
    let tokens = xml::tokens(answer)?;
    let mut tokens = tokens.into_iter();
    match tokens.next() {
        Some(Token::Open { name, empty }) if name == "Response" => {
            if empty {
                return at_end(&mut tokens).map(|()| Vec::new());
            }
        }
        _ => return Err("the answer does not begin with <Response>"),
    }
    let mut messages = Vec::new();
    loop {
        match tokens.next() {
            Some(Token::Open { name, empty: false }) if name == "Message" => {
                messages.push(message(&mut tokens)?);
            }
            Some(Token::Text(text)) if text.trim().is_empty() => {}
            Some(Token::Close(name)) if name == "Response" => break,
            Some(_) => return Err("only <Message> with something in it may stand in <Response>"),
            None => return Err("<Response> is not closed"),
        }
    }
    at_end(&mut tokens)?;
    Ok(messages)
}

/// The text of a message, given at once or in `<Body>`; pictures are passed over.
fn message(tokens: &mut impl Iterator<Item = Token>) -> Result<String, &'static str> {
    let mut text = String::new();
    let mut inside: Option<String> = None;
    loop {
        match (tokens.next(), inside.as_deref()) {
            (Some(Token::Text(more)), None | Some("Body")) => text.push_str(&more),
            (Some(Token::Text(_)), Some(_)) => {}
            (Some(Token::Open { name, empty }), None) if name == "Body" || name == "Media" => {
                inside = (!empty).then_some(name);
            }
            (Some(Token::Close(name)), Some(open)) if name == open => inside = None,
            (Some(Token::Close(name)), None) if name == "Message" => break,
            (Some(_), _) => return Err("only <Body> and <Media> may stand in <Message>"),
            (None, _) => return Err("<Message> is not closed"),
        }
    }
    Ok(text.trim().to_owned())
}

fn at_end(tokens: &mut impl Iterator<Item = Token>) -> Result<(), &'static str> {
    let more = tokens.any(|token| !matches!(token, Token::Text(text) if text.trim().is_empty()));
    if more {
        Err("something follows </Response>")
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::messages;

    #[test]
    fn an_answer_that_says_nothing_sends_nothing() {
        for answer in [
            "<Response/>",
            "<Response />",
            "<Response></Response>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>\n</Response>\n",
            "<!-- nothing --><Response/>",
        ] {
            assert_eq!(messages(answer), Ok(Vec::new()), "{answer}");
        }
    }

    #[test]
    fn messages_are_read_with_their_escapes() {
        let answer = "<?xml version=\"1.0\"?><Response><Message to=\"+1\">A &amp; B &lt;3</Message>\
            <Message><Body>Gr&#xfc;&#223;e</Body><Media>https://a.test/1</Media></Message></Response>";
        let texts = vec!["A & B <3".to_owned(), "Grüße".to_owned()];
        assert_eq!(messages(answer), Ok(texts));
    }

    #[test]
    fn what_twilio_could_not_read_is_refused() {
        for answer in [
            "",
            "OK",
            "{}",
            "<html></html>",
            "<Response>",
            "<response/>",
            "<Response/>x",
            "<Response/><Response/>",
            "<Response>hello</Response>",
            "<Response><Message>a</Response></Message>",
            "<Response><Message>a & b</Message></Response>",
            "<Response><Message>&nbsp;</Message></Response>",
            "<Response><Say>a</Say></Response>",
            "<Response><Message to=+1>a</Message></Response>",
            "<Response><Message/></Response>",
            "<!DOCTYPE x><Response/>",
        ] {
            assert!(messages(answer).is_err(), "{answer}");
        }
        assert!(messages(&format!("<Response>{}</Response>", " ".repeat(65_536))).is_err());
    }
}
