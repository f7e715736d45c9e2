//! Work for which nobody waits at a screen, such as a long list that is imported: it is done on a thread
//! that gives way to those who answer requests and keeps to one processor, and it uses connections of its own
//! ([`crate::db::Database`]), so that on SQLite the threads behind them give way too.

use rustix::process::{getpriority_process, setpriority_process};
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
        let nice = getpriority_process(None).map_err(io::Error::from)? + NICE;
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("background")
            // The thread of a connection to SQLite that is opened here inherits both.
            .on_thread_start(move || {
                give_way(nice);
                keep_to_one_processor();
            })
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

fn give_way(nice: i32) {
    if let Err(error) = setpriority_process(None, nice) {
        tracing::warn!("lists are imported as urgently as all else is done: {error}");
    }
}

/// Such work hands small pieces back and forth between its threads. On one processor none of them wakes another
/// one up, and those who answer requests find theirs idle.
#[cfg(target_os = "linux")]
fn keep_to_one_processor() {
    use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
    let kept = sched_getaffinity(None).and_then(|allowed| {
        let allowed: Vec<usize> = (0..CpuSet::MAX_CPU)
            .filter(|number| allowed.is_set(*number))
            .collect();
        // Other instances on the machine take others.
        let instance = usize::try_from(std::process::id()).unwrap_or_default();
        let mut one = CpuSet::new();
        if let Some(number) = allowed.get(instance % allowed.len().max(1)) {
            one.set(*number);
        }
        sched_setaffinity(None, &one)
    });
    if let Err(error) = kept {
        tracing::warn!("lists are imported on all processors: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn keep_to_one_processor() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn l_08_work_is_done_elsewhere_and_gives_way() {
        let background = Background::start().unwrap();
        let nice = || getpriority_process(None).unwrap();
        let before = nice();
        let (there, more) = background.run(async move { (is_here(), nice()) }).await;
        assert!(there && !is_here());
        assert_eq!((more - before, nice()), (NICE, before));
        let blocking = background.run(async move { tokio::task::spawn_blocking(nice).await });
        assert_eq!(blocking.await.unwrap() - before, NICE);
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn l_08_work_keeps_to_one_processor() {
        let processors = || rustix::thread::sched_getaffinity(None).unwrap().count();
        let before = processors();
        let background = Background::start().unwrap();
        let blocking = background.run(async move { tokio::task::spawn_blocking(processors).await });
        assert_eq!(blocking.await.unwrap(), 1);
        assert_eq!(background.run(async move { processors() }).await, 1);
        assert_eq!(processors(), before);
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
        background.run(async { panic!("as in a job") }).await;
    }
}
