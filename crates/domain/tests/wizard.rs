//! The set-up as a table: every state, every event, and what comes of it.

#[cfg(test)]
mod tests {
    use gangway_domain::wizard::{Event, Outcome, Progress, Step, StepState};
    use std::fmt::Write as _;

    /// Every state: needed steps are open or done, the others may be skipped too.
    fn states() -> Vec<Progress> {
        let needed = [StepState::Todo, StepState::Done];
        let any = [StepState::Todo, StepState::Done, StepState::Skipped];
        let mut all = vec![Progress::default()];
        for step in Step::ALL {
            let choices: &[StepState] = if step.optional() { &any } else { &needed };
            all = all
                .iter()
                .flat_map(|state| choices.iter().map(move |choice| state.with(step, *choice)))
                .collect();
        }
        all
    }

    fn letters(progress: Progress) -> String {
        let letter = |step| match progress.of(step) {
            StepState::Todo => '.',
            StepState::Done => 'D',
            StepState::Skipped => 's',
        };
        Step::ALL.into_iter().map(letter).collect()
    }

    fn events() -> impl Iterator<Item = Event> {
        let complete = Step::ALL.into_iter().map(Event::Complete);
        complete.chain(Step::ALL.into_iter().map(Event::Skip))
    }

    fn cell(progress: Progress, event: Event) -> String {
        match progress.apply(event) {
            Outcome::Moved(after) => letters(after),
            Outcome::AlreadySo => "same".to_owned(),
            Outcome::Blocked(Step::Credentials) => "no: C".to_owned(),
            Outcome::Blocked(step) => format!("no: {}", step.title().chars().nth(8).unwrap_or('?')),
            Outcome::NotOptional => "never".to_owned(),
        }
    }

    #[test]
    fn every_state_and_every_event() {
        let mut table = String::from(
            "Steps: Credentials, company Info, enable Sms, enable Application, invite Team.\n\
             A state has one letter a step: . to do, D done, s skipped. A cell is the next state; or\n\
             same: it was so already; no: an earlier needed step is open (C or I); never: not optional.\n\n",
        );
        table.push_str("state | next min | ");
        for verb in ["do", "skip"] {
            for step in ["C", "I", "S", "A", "T"] {
                let _ = write!(table, "{:<7}", format!("{verb} {step}"));
            }
        }
        table.truncate(table.trim_end().len());
        table.push('\n');
        for state in states() {
            let next = state.next().map_or("-", |step| match step {
                Step::Credentials => "C",
                Step::CompanyInfo => "I",
                Step::EnableSms => "S",
                Step::EnableApplication => "A",
                Step::InviteTeam => "T",
            });
            let _ = write!(
                table,
                "{} | {next:<4} {:<3} | ",
                letters(state),
                state.minutes_left()
            );
            for event in events() {
                let _ = write!(table, "{:<7}", cell(state, event));
            }
            table.truncate(table.trim_end().len());
            table.push('\n');
        }
        insta::assert_snapshot!("wizard", table);
    }

    #[test]
    fn the_table_has_every_state_once() {
        let mut seen: Vec<String> = states().into_iter().map(letters).collect();
        assert_eq!(seen.len(), 2 * 2 * 3 * 3 * 3);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 108);
    }

    #[test]
    fn an_event_moves_its_own_step_only_and_never_back() {
        for state in states() {
            for event in events() {
                let Outcome::Moved(after) = state.apply(event) else {
                    continue;
                };
                let (Event::Complete(moved) | Event::Skip(moved)) = event;
                for step in Step::ALL {
                    if step != moved {
                        assert_eq!(after.of(step), state.of(step), "{}", letters(state));
                    }
                }
                assert_ne!(after.of(moved), StepState::Todo);
                assert_ne!(state.of(moved), StepState::Done, "what is done stays done");
            }
        }
    }

    #[test]
    fn the_same_event_twice_is_the_event_once() {
        for state in states() {
            for event in events() {
                if let Outcome::Moved(after) = state.apply(event) {
                    assert_eq!(after.apply(event), Outcome::AlreadySo, "{}", letters(state));
                }
            }
        }
    }

    #[test]
    fn optional_steps_come_to_the_same_in_any_order() {
        for state in states() {
            for one in events() {
                for two in events() {
                    let (Event::Complete(a) | Event::Skip(a)) = one;
                    let (Event::Complete(b) | Event::Skip(b)) = two;
                    if a == b || !a.optional() || !b.optional() {
                        continue;
                    }
                    let after = |first, second| {
                        let moved = |state: Progress, event| match state.apply(event) {
                            Outcome::Moved(after) => after,
                            _ => state,
                        };
                        moved(moved(state, first), second)
                    };
                    assert_eq!(after(one, two), after(two, one), "{}", letters(state));
                }
            }
        }
    }

    #[test]
    fn every_state_leads_to_the_end() {
        for state in states() {
            let mut now = state;
            for _ in 0..Step::ALL.len() {
                let Some(step) = now.next() else { break };
                let Outcome::Moved(after) = now.apply(Event::Complete(step)) else {
                    panic!("{} is stuck at {step:?}", letters(now));
                };
                now = after;
            }
            assert_eq!(
                (now.next(), now.minutes_left()),
                (None, 0),
                "{}",
                letters(state)
            );
        }
    }

    #[test]
    fn names_are_read_back() {
        for step in Step::ALL {
            assert_eq!(Step::parse(step.as_str()), Some(step));
        }
        assert_eq!(Step::parse("dance"), None);
    }
}
