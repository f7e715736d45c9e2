//! Work for which nobody waits at a screen, such as a long list that is imported: it is done on a thread
//! that gives way to those who answer requests, and it writes over a connection of its own
//! ([`crate::db::Database`]), so that on SQLite the thread behind that one gives way too.

use std::io;
use std::panic::resume_unwind;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

/// How far it gives way.
const NICE: i32 = 10;

tokio::task_local! {
    static HERE: ();
}

/// The thread; it ends when this is dropped.
#[derive(Debug)]
pub struct Background(Option<Runtime>);

impl Background {
    /// Starts it.
    pub fn start() -> io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("background")
            // Threads that it may block inherit it; so does the thread of a connection to SQLite.
            .on_thread_start(give_way)
            .enable_all()
            .build()?;
        Ok(Self(Some(runtime)))
    }

    /// Does the work there; it ends when whoever waits for it no longer does.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> T {
        let Some(runtime) = &self.0 else {
            return work.await;
        };
        let mut task = JoinSet::new();
        task.spawn_on(HERE.scope((), work), runtime.handle());
        match task.join_next().await {
            Some(Ok(done)) => done,
            Some(Err(ended)) if ended.is_panic() => resume_unwind(ended.into_panic()),
            // The process stops, and with it whoever waits here.
            _ => std::future::pending().await,
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Whether this is such work.
pub(crate) fn is_here() -> bool {
    HERE.try_with(|()| ()).is_ok()
}

fn give_way() {
    if let Err(error) = rustix::process::nice(NICE) {
        tracing::warn!("lists are imported as urgently as all else is done: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn l_08_work_is_done_elsewhere_and_gives_way() {
        let background = Background::start().unwrap();
        let nice = || rustix::process::getpriority_process(None).unwrap();
        let before = nice();
        let (there, more) = background.run(async move { (is_here(), nice()) }).await;
        assert!(there && !is_here());
        assert_eq!((more - before, nice()), (NICE, before));
    }

    #[tokio::test]
    async fn jq_12_work_ends_with_whoever_waits_for_it() {
        let background = Background::start().unwrap();
        let (tell, mut told) = tokio::sync::mpsc::channel::<()>(1);
        let work = background.run(async move {
            let _held = tell;
            std::future::pending::<()>().await;
        });
        let waited = std::time::Duration::from_millis(50);
        assert!(tokio::time::timeout(waited, work).await.is_err());
        assert_eq!(told.recv().await, None);
    }

    #[tokio::test]
    #[should_panic(expected = "as in a job")]
    async fn jq_12_a_panic_is_that_of_whoever_waits() {
        let background = Background::start().unwrap();
        background.run(async { panic!("as in a job") }).await
    }
}
