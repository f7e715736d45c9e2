//! The threads that hash: each has memory of its own, and they give way to all others.

use super::argon2id::Memory;
use anyhow::Context as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// How far the threads give way. A password may wait; whoever is signed in may not.
const NICE: i32 = 10;

type Task = Box<dyn FnOnce(&mut Memory) + Send>;

/// Threads that take one task after the other. They end when this is dropped.
pub(super) struct Hands {
    tasks: Sender<Task>,
}

impl Hands {
    /// Starts so many.
    pub fn start(count: usize) -> anyhow::Result<Self> {
        let (tasks, given) = channel();
        let given = Arc::new(Mutex::new(given));
        for _ in 0..count {
            let given = Arc::clone(&given);
            std::thread::Builder::new()
                .name("passwords".to_owned())
                .spawn(move || work(&given))
                .context("a thread for passwords cannot be started")?;
        }
        Ok(Self { tasks })
    }

    /// Gives a task to whoever is free first.
    pub fn give(&self, task: impl FnOnce(&mut Memory) + Send + 'static) {
        // They live as long as this does.
        let _ = self.tasks.send(Box::new(task));
    }
}

fn work(given: &Mutex<Receiver<Task>>) {
    if let Err(error) = rustix::process::nice(NICE) {
        tracing::warn!("passwords are hashed as urgently as all else is done: {error}");
    }
    let mut memory = Memory::default();
    while let Some(task) = next(given) {
        // Whoever waits for one that panics is told by its dropped channel.
        let _ = catch_unwind(AssertUnwindSafe(|| task(&mut memory)));
    }
}

fn next(given: &Mutex<Receiver<Task>>) -> Option<Task> {
    given
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .recv()
        .ok()
}
