use super::callbacks::Answered;

/// Why a webhook has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// The sandbox makes no calls.
    SwitchedOff,
    /// Nobody took the call.
    Unconnected,
    /// It was taken, and no answer came.
    Lost,
}

impl NoAnswer {
    pub(super) fn of(error: &reqwest::Error) -> Self {
        if error.is_connect() {
            Self::Unconnected
        } else {
            Self::Lost
        }
    }
}

/// When Twilio calls a webhook again, as the fragment of its address says (contract, section 5). Without one,
/// once more where nobody took the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Retries {
    pub count: u8,
    policy: Vec<String>,
}

impl Retries {
    pub(super) fn of(url: &str) -> Self {
        let fragment = url.split_once('#').map_or("", |(_, fragment)| fragment);
        let asked = |name: &str| {
            let mut pairs = fragment.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(known, _)| *known == name).map(|(_, it)| it)
        };
        let count = asked("rc").and_then(|count| count.parse().ok());
        let policy = asked("rp").unwrap_or("ct").split(',');
        Self {
            count: count.unwrap_or(1).min(5),
            policy: policy.map(str::to_owned).collect(),
        }
    }

    pub(super) fn come_again(&self, got: &Result<Answered, NoAnswer>) -> bool {
        let kind = match got {
            Ok(answer) if (500..600).contains(&answer.status) => "5xx",
            Ok(answer) if (400..500).contains(&answer.status) => "4xx",
            Err(NoAnswer::Unconnected) => "ct",
            Err(NoAnswer::Lost) => "rt",
            Ok(_) | Err(NoAnswer::SwitchedOff) => return false,
        };
        let asked = |word: &String| word == kind || word == "all";
        self.policy.iter().any(asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(status: u16) -> Result<Answered, NoAnswer> {
        Ok(Answered {
            status,
            content_type: None,
            body: String::new(),
        })
    }

    #[test]
    fn without_a_fragment_only_a_call_that_nobody_took_is_made_again() {
        let retries = Retries::of("https://app.test/hook?a=1");
        assert_eq!(retries.count, 1);
        assert!(retries.come_again(&Err(NoAnswer::Unconnected)));
        for got in [answered(503), answered(404), Err(NoAnswer::Lost)] {
            assert!(!retries.come_again(&got), "{got:?}");
        }
    }

    #[test]
    fn the_fragment_says_how_often_and_after_what() {
        let retries = Retries::of("https://app.test/hook?a=1#ct=500&rc=3&rp=rt,5xx");
        assert_eq!(retries.count, 3);
        for (got, again) in [
            (answered(503), true),
            (Err(NoAnswer::Lost), true),
            (Err(NoAnswer::Unconnected), false),
            (answered(403), false),
            (answered(200), false),
        ] {
            assert_eq!(retries.come_again(&got), again, "{got:?}");
        }
        let all = Retries::of("https://app.test/hook#rc=9&rp=all");
        assert_eq!(all.count, 5, "at most");
        assert!(all.come_again(&answered(404)));
        assert!(!all.come_again(&Err(NoAnswer::SwitchedOff)));
    }
}
