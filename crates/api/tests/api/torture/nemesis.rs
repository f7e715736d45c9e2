//! What goes wrong, one thing after another.

use super::dice::Dice;
use super::stage::Stage;
use crate::support::process::tell;
use crate::support::proxy::Wire;
use crate::support::strace::{self, Failing};
use chrono::{DateTime, Utc};
use gangway::context::{Clock as _, SystemClock};
use gangway_sandbox::{Fault, FaultKind};
use std::time::{Duration, Instant};

/// Something that goes wrong for a while.
#[derive(Clone, Copy, Debug)]
pub enum Blow {
    /// A server is killed, and started again.
    Kill,
    /// A server stands still, longer than a lease holds now and then.
    StandStill,
    /// Twilio answers 429, 500, late, or not although it did what was asked.
    Twilio(u64),
    /// The mail server is away.
    NoMail,
    /// The mail server takes connections and says nothing.
    MuteMail,
    /// The mail server asks to come back later.
    Greylist,
    /// The database stops at once, or has no more room.
    Database,
}

pub struct Nemesis<'a> {
    stage: &'a Stage,
    dice: Dice,
    long: bool,
}

impl<'a> Nemesis<'a> {
    pub fn new(stage: &'a Stage, dice: Dice, long: bool) -> Self {
        Self { stage, dice, long }
    }

    /// Strikes for so long; gives what it did and when each was over. Every blow falls before the first
    /// falls again.
    pub async fn strike_for(&mut self, load: Duration) -> Vec<(Blow, DateTime<Utc>)> {
        let begun = Instant::now();
        let mut struck = Vec::new();
        let mut coming = Vec::new();
        loop {
            let pause = if self.long {
                self.dice.ms(5_000, 15_000)
            } else {
                self.dice.ms(500, 1_500)
            };
            tokio::time::sleep(pause).await;
            if begun.elapsed() >= load {
                return struck;
            }
            if coming.is_empty() {
                coming = self.all_blows();
            }
            let at = self.dice.between(0, coming.len() as u64);
            let blow = coming.swap_remove(usize::try_from(at).expect("few"));
            self.strike(blow).await;
            struck.push((blow, SystemClock.now()));
        }
    }

    fn all_blows(&mut self) -> Vec<Blow> {
        let twilio = self.dice.between(0, 5);
        vec![
            Blow::Kill,
            Blow::StandStill,
            Blow::Twilio(twilio),
            Blow::Twilio((twilio + 2) % 5),
            Blow::NoMail,
            Blow::MuteMail,
            Blow::Greylist,
            Blow::Database,
        ]
    }

    async fn strike(&mut self, blow: Blow) {
        let stage = self.stage;
        let victim = self.dice.between(0, stage.servers.len() as u64);
        let victim = usize::try_from(victim).expect("few");
        let a_while = if self.long {
            self.dice.ms(3_000, 10_000)
        } else {
            self.dice.ms(1_000, 2_500)
        };
        match blow {
            Blow::Kill => {
                stage.kill(victim);
                tokio::time::sleep(self.dice.ms(200, 1_500)).await;
                stage.start(victim).await;
            }
            Blow::StandStill => {
                let still = if self.long {
                    self.dice.ms(3_000, 40_000)
                } else {
                    self.dice.ms(2_000, 5_000)
                };
                self.signal(victim, "STOP");
                tokio::time::sleep(still).await;
                self.signal(victim, "CONT");
            }
            Blow::Twilio(which) => {
                let kind = match which {
                    0 => FaultKind::Throttle {
                        retry_after: Some(1),
                    },
                    1 => FaultKind::ServerError {
                        status: 500,
                        html: true,
                    },
                    2 => FaultKind::Delay { ms: 4_000 },
                    3 => FaultKind::DropAfterEffect,
                    _ => FaultKind::ErrorAfterEffect {
                        status: 502,
                        html: true,
                    },
                };
                let fault = Fault {
                    kind,
                    ..Fault::default()
                };
                stage.sandbox.twilio().fault(fault);
                tokio::time::sleep(a_while).await;
                stage.sandbox.twilio().clear_faults();
            }
            Blow::NoMail | Blow::MuteMail => {
                let mute = matches!(blow, Blow::MuteMail);
                stage.smtp.set(if mute { Wire::Silent } else { Wire::Cut });
                tokio::time::sleep(a_while).await;
                stage.smtp.set(Wire::Whole);
            }
            Blow::Greylist => stage.sandbox.mailbox().greylist(3),
            Blow::Database => self.strike_database(victim, a_while).await,
        }
    }

    async fn strike_database(&self, victim: usize, a_while: Duration) {
        if let Some(postgres) = &self.stage.postgres {
            tokio::task::block_in_place(|| postgres.stop_at_once());
            tokio::time::sleep(a_while).await;
            tokio::task::block_in_place(|| postgres.start_again());
            return;
        }
        let process = {
            let server = self.stage.servers[victim].lock().expect("a server");
            server.as_ref().map(|running| running.child.id())
        };
        if let Some(process) = process.filter(|_| strace::is_there()) {
            let full =
                tokio::task::block_in_place(|| Failing::begin(process, "pwrite64", "ENOSPC"));
            tokio::time::sleep(a_while).await;
            tokio::task::block_in_place(|| drop(full));
        }
    }

    fn signal(&self, victim: usize, signal: &str) {
        let server = self.stage.servers[victim].lock().expect("a server");
        if let Some(running) = server.as_ref() {
            tell(&running.child, signal);
        }
    }
}
