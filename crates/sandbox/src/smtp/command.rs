/// A command of RFC 5321, or the reply that tells what is wrong with it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Command {
    Ehlo,
    Helo,
    Mail {
        from: String,
        size: Option<usize>,
    },
    Rcpt {
        to: String,
    },
    Data,
    Rset,
    Noop,
    Quit,
    Verify,
    Help,
    Auth {
        mechanism: String,
        first: Option<String>,
    },
}

impl Command {
    pub fn parse(line: &str) -> Result<Self, &'static str> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" | "HELO" if rest.is_empty() => Err("501 5.5.4 Say who you are"),
            "EHLO" => Ok(Self::Ehlo),
            "HELO" => Ok(Self::Helo),
            "MAIL" => mail(rest),
            "RCPT" => recipient(rest),
            "DATA" if rest.is_empty() => Ok(Self::Data),
            "RSET" if rest.is_empty() => Ok(Self::Rset),
            "NOOP" => Ok(Self::Noop),
            "QUIT" if rest.is_empty() => Ok(Self::Quit),
            "DATA" | "RSET" | "QUIT" => Err("501 5.5.4 No parameters are taken here"),
            "VRFY" => Ok(Self::Verify),
            "HELP" => Ok(Self::Help),
            "AUTH" => authentication(rest),
            _ => Err("500 5.5.1 Unknown command"),
        }
    }
}

fn mail(rest: &str) -> Result<Command, &'static str> {
    let (from, parameters) = path(rest, "FROM:")?;
    let mut size = None;
    for parameter in parameters.split_ascii_whitespace() {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        match name.to_ascii_uppercase().as_str() {
            "SIZE" => {
                size = Some(value.parse().map_err(|_| "501 5.5.4 SIZE is a number")?);
            }
            "BODY" if ["7BIT", "8BITMIME"].contains(&value.to_ascii_uppercase().as_str()) => {}
            "SMTPUTF8" | "AUTH" => {}
            _ => return Err("555 5.5.4 Unknown parameter"),
        }
    }
    Ok(Command::Mail { from, size })
}

fn recipient(rest: &str) -> Result<Command, &'static str> {
    let (to, parameters) = path(rest, "TO:")?;
    if to.is_empty() {
        return Err("501 5.1.3 A recipient is needed");
    }
    if !parameters.is_empty() {
        return Err("555 5.5.4 Unknown parameter");
    }
    Ok(Command::Rcpt { to })
}

/// `FROM:<address>` and what follows; a quoted name may hold `>`.
fn path<'a>(rest: &'a str, keyword: &str) -> Result<(String, &'a str), &'static str> {
    const BAD: &str = "501 5.5.2 The address belongs in angle brackets";
    let (head, tail) = rest.split_at_checked(keyword.len()).ok_or(BAD)?;
    if !head.eq_ignore_ascii_case(keyword) {
        return Err(BAD);
    }
    let tail = tail.trim_start().strip_prefix('<').ok_or(BAD)?;
    let (mut quoted, mut escaped) = (false, false);
    for (at, character) in tail.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '>' if !quoted => {
                let (address, after) = tail.split_at_checked(at).ok_or(BAD)?;
                let after = after.strip_prefix('>').ok_or(BAD)?;
                if !after.is_empty() && !after.starts_with(' ') {
                    return Err(BAD);
                }
                return Ok((address.to_owned(), after.trim()));
            }
            '<' | ' ' if !quoted => return Err(BAD),
            _ => {}
        }
    }
    Err(BAD)
}

fn authentication(rest: &str) -> Result<Command, &'static str> {
    let mut words = rest.split_ascii_whitespace();
    let mechanism = words.next().unwrap_or_default().to_ascii_uppercase();
    let first = words.next().map(str::to_owned);
    if words.next().is_some() {
        return Err("501 5.5.4 Too many parameters");
    }
    if !matches!(mechanism.as_str(), "PLAIN" | "LOGIN") {
        return Err("504 5.5.4 PLAIN and LOGIN are taken");
    }
    Ok(Command::Auth { mechanism, first })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(from: &str, size: Option<usize>) -> Command {
        Command::Mail {
            from: from.to_owned(),
            size,
        }
    }

    #[test]
    fn commands_are_read_in_any_case_with_their_parameters() {
        assert_eq!(
            Command::parse("mail From:<a@b.test> SIZE=12 BODY=8bitmime SMTPUTF8"),
            Ok(mail("a@b.test", Some(12)))
        );
        assert_eq!(Command::parse("MAIL FROM:<>"), Ok(mail("", None)));
        assert_eq!(
            Command::parse("MAIL FROM: <\"a> b\"@b.test>"),
            Ok(mail("\"a> b\"@b.test", None))
        );
        assert_eq!(Command::parse("NOOP whatever"), Ok(Command::Noop));
    }

    #[test]
    fn what_is_malformed_gets_a_reply() {
        for (line, code) in [
            ("MAIL a@b.test", "501"),
            ("MAIL FROM:a@b.test", "501"),
            ("MAIL FROM:<a@b.test", "501"),
            ("MAIL FROM:<a@b.test>x", "501"),
            ("MAIL FROM:<a@b.test> SIZE=x", "501"),
            ("MAIL FROM:<a@b.test> WHAT=1", "555"),
            ("RCPT TO:<>", "501"),
            ("EHLO", "501"),
            ("DATA now", "501"),
            ("AUTH GSSAPI", "504"),
            ("STARTTLS", "500"),
            ("", "500"),
        ] {
            assert!(
                Command::parse(line).unwrap_err().starts_with(code),
                "{line}"
            );
        }
    }
}
