//! A provider that is down is left alone: after five failures in a row within a minute only one job
//! in half a minute tries. Once it answers again, what has piled up goes out evenly, at twice the
//! usual rate at most, until nothing is left over.

use chrono::{DateTime, Duration, Utc};
use std::collections::VecDeque;

const FAILURES: usize = 5;
const WITHIN: Duration = Duration::minutes(1);
const PROBE_EVERY: Duration = Duration::seconds(30);
/// The usual rate is counted in slots, for so many of them.
const SLOT_S: i64 = 10;
const SLOTS: usize = 30;
/// However little is usual, one a second goes out when there is more.
const LONGEST_GAP: Duration = Duration::seconds(1);
/// Of a process that has just started, which does not know what is usual.
const UNKNOWN_GAP: Duration = Duration::milliseconds(100);

/// What is known of one provider in this process.
#[derive(Debug, Default)]
pub(super) struct Breaker {
    failures: VecDeque<DateTime<Utc>>,
    /// Answers by slot, the newest last.
    answers: VecDeque<Slot>,
    state: State,
}

/// The answers of some seconds.
#[derive(Clone, Copy, Debug)]
struct Slot {
    number: i64,
    count: u32,
    first: DateTime<Utc>,
    last: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Fine,
    /// Nobody calls until then.
    Down { probe_at: DateTime<Utc> },
    /// One job finds out.
    Probing,
    /// It answers again; calls keep a distance.
    CatchingUp { gap: Duration, next: DateTime<Utc> },
}

impl Breaker {
    /// How long until a job may call; none when it may now.
    pub fn wait(&self, now: DateTime<Utc>) -> Option<Duration> {
        let (until, longest) = match self.state {
            State::Fine => return None,
            State::Probing => return Some(PROBE_EVERY),
            State::Down { probe_at } => (probe_at, PROBE_EVERY),
            State::CatchingUp { gap, next } => (next, gap),
        };
        let wait = until - now;
        // A clock that was set back must not make anyone wait longer.
        (wait > Duration::zero() && wait <= longest).then_some(wait)
    }

    /// A job is about to call.
    pub fn calls(&mut self, now: DateTime<Utc>) {
        match &mut self.state {
            State::Down { .. } => self.state = State::Probing,
            State::CatchingUp { gap, next } => *next = now + *gap,
            State::Fine | State::Probing => {}
        }
    }

    /// It answered, whatever it said.
    pub fn answered(&mut self, now: DateTime<Utc>) {
        self.failures.clear();
        match self.state {
            State::Fine => self.count(now),
            State::Probing => {
                let gap = self.gap();
                let next = now + gap;
                self.state = State::CatchingUp { gap, next };
            }
            State::Down { .. } | State::CatchingUp { .. } => {}
        }
    }

    /// It did not answer, or only that it is in trouble. True when it is taken for down from now on.
    pub fn failed(&mut self, now: DateTime<Utc>) -> bool {
        let again = self.state == State::Probing;
        self.failures.push_back(now);
        self.failures.retain(|at| now - *at <= WITHIN);
        if matches!(self.state, State::Down { .. }) {
            return false;
        }
        if again || self.failures.len() >= FAILURES {
            let probe_at = now + PROBE_EVERY;
            self.state = State::Down { probe_at };
        }
        !again && self.is_down()
    }

    /// The job ended. One that was to find out and did not call leaves it to the next.
    pub fn left(&mut self, now: DateTime<Utc>) {
        if self.state == State::Probing {
            self.state = State::Down { probe_at: now };
        }
    }

    /// Nothing is left over.
    pub fn caught_up(&mut self) {
        if matches!(self.state, State::CatchingUp { .. }) {
            self.state = State::Fine;
        }
    }

    pub fn is_down(&self) -> bool {
        matches!(self.state, State::Down { .. } | State::Probing)
    }

    fn count(&mut self, now: DateTime<Utc>) {
        let number = now.timestamp() / SLOT_S;
        match self.answers.back_mut() {
            Some(slot) if slot.number == number => {
                slot.count += 1;
                slot.last = now;
            }
            _ => self.answers.push_back(Slot {
                number,
                count: 1,
                first: now,
                last: now,
            }),
        }
        let oldest = number - i64::try_from(SLOTS).unwrap_or_default();
        self.answers
            .retain(|slot| slot.number > oldest && slot.number <= number);
    }

    /// The distance at twice the usual rate: that of the minutes before it went down, or of the seconds
    /// where the process is no older.
    fn gap(&self) -> Duration {
        let (Some(first), Some(last)) = (self.answers.front(), self.answers.back()) else {
            return UNKNOWN_GAP;
        };
        let answers: u32 = self.answers.iter().map(|slot| slot.count).sum();
        let took = (last.last - first.first).max(Duration::zero()) + Duration::seconds(1);
        let usual_ms = took.num_milliseconds() / i64::from(answers.max(1));
        Duration::milliseconds(usual_ms / 2).min(LONGEST_GAP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(s: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + s, 0).expect("a time")
    }

    /// A provider that answered ten times a second for a minute, then five calls failed.
    fn down() -> Breaker {
        let mut breaker = Breaker::default();
        for s in 0..60 {
            for _ in 0..10 {
                breaker.answered(at(s));
            }
        }
        for n in 0..5 {
            assert!(!breaker.is_down(), "after {n} failures");
            assert_eq!(breaker.failed(at(60)), n == 4);
        }
        breaker
    }

    #[test]
    fn jq_10_five_failures_in_a_minute_open_it_and_fewer_do_not() {
        let mut breaker = Breaker::default();
        for s in [0, 20, 40, 60, 81, 102] {
            breaker.failed(at(s));
            assert!(!breaker.is_down(), "at {s}: four within a minute at most");
        }
        breaker.answered(at(103));
        for s in [104, 105, 106, 107] {
            breaker.failed(at(s));
        }
        assert!(!breaker.is_down(), "an answer in between counts anew");
        assert_eq!(breaker.wait(at(107)), None);
        assert!(breaker.failed(at(108)));
        assert!(breaker.wait(at(108)).is_some());
    }

    #[test]
    fn jq_10_one_probe_each_half_minute_whatever_the_clock_does() {
        let mut breaker = down();
        assert_eq!(breaker.wait(at(89)), Some(Duration::seconds(1)));
        assert_eq!(breaker.wait(at(90)), None);
        breaker.calls(at(90));
        assert!(breaker.wait(at(90)).is_some(), "one at a time");
        assert!(!breaker.failed(at(91)), "known already");
        assert!(breaker.wait(at(120)).is_some());
        assert_eq!(breaker.wait(at(121)), None);
        assert_eq!(breaker.wait(at(-3600)), None, "set back by an hour");
        breaker.calls(at(121));
        breaker.left(at(121));
        assert_eq!(breaker.wait(at(121)), None, "a job that did not call");
    }

    #[test]
    fn jq_10_what_piled_up_goes_out_at_twice_the_usual_rate() {
        let mut breaker = down();
        breaker.calls(at(90));
        breaker.answered(at(90));
        assert!(!breaker.is_down());
        assert_eq!(breaker.wait(at(90)), Some(Duration::milliseconds(50)));
        let next = at(90) + Duration::milliseconds(50);
        assert_eq!(breaker.wait(next), None);
        breaker.calls(next);
        assert_eq!(breaker.wait(next), Some(Duration::milliseconds(50)));
        breaker.caught_up();
        assert_eq!(breaker.wait(next), None);
    }

    fn back_after_failures(mut breaker: Breaker) -> Option<Duration> {
        for _ in 0..5 {
            breaker.failed(at(60));
        }
        breaker.calls(at(90));
        breaker.answered(at(90));
        breaker.wait(at(90))
    }

    #[test]
    fn jq_10_where_little_is_usual_one_a_second_goes_out() {
        let mut breaker = Breaker::default();
        breaker.answered(at(0));
        breaker.answered(at(50));
        assert_eq!(back_after_failures(breaker), Some(Duration::seconds(1)));
    }

    #[test]
    fn jq_10_a_process_of_a_second_knows_the_rate_of_that_second() {
        let mut breaker = Breaker::default();
        for _ in 0..20 {
            breaker.answered(at(59));
        }
        assert_eq!(
            back_after_failures(breaker),
            Some(Duration::milliseconds(25))
        );
    }

    #[test]
    fn jq_10_where_nothing_is_known_yet_ten_a_second_go_out() {
        let wait = back_after_failures(Breaker::default());
        assert_eq!(wait, Some(Duration::milliseconds(100)));
    }
}
