//! Password hashing with Argon2id, bounded so that a storm of sign-ins starves nobody.

mod argon2id;

use crate::context::{Chance, Context};
use crate::refusal::Refusal;
use argon2id::{Memory, hash_now, is_weaker, verify_now};
use gangway_domain::values::Password;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Semaphore;

/// Hashes at work at once, and callers waiting for their turn.
const AT_ONCE: usize = 2;
const WAITING: usize = 32;

/// A password that somebody chose: kept to the policy, and not on the operator's list of known ones.
/// `own` is what it may not be made of.
pub async fn new_password(
    ctx: &Context,
    raw: &str,
    own: &[impl AsRef<str>],
) -> Result<Password, Refusal> {
    let own: Vec<&str> = own.iter().map(AsRef::as_ref).collect();
    let password = Password::check(raw, &own).map_err(|r| Refusal::rejected("/password", &r))?;
    refuse_stolen(ctx, &password).await?;
    Ok(password)
}

/// Refuses a password that is on the operator's list of those that were stolen elsewhere.
pub async fn refuse_stolen(ctx: &Context, password: &Password) -> Result<(), Refusal> {
    let Some(blocklist) = &ctx.blocklist else {
        return Ok(());
    };
    let is_listed = blocklist.has(password.as_str()).await;
    if !is_listed.map_err(Refusal::internal)? {
        return Ok(());
    }
    Err(Refusal::field(
        "/password",
        "leaked_password",
        "This password is on a list of passwords that were stolen elsewhere, so it is tried early. Choose another one.",
    ))
}

/// Hashes and verifies on the blocking pool, two at a time.
#[derive(Clone)]
pub struct Hasher {
    turns: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    /// What no hash at work uses, for the next.
    idle: Arc<Mutex<Vec<Memory>>>,
    decoy: Arc<String>,
}

impl Hasher {
    /// Prepares the hasher; makes one hash to compare with where there is no account.
    pub fn new(chance: &dyn Chance) -> anyhow::Result<Self> {
        let mut salt = [0; 16];
        chance.fill(&mut salt);
        Ok(Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            queue: Arc::new(Semaphore::new(AT_ONCE + WAITING)),
            idle: Arc::default(),
            decoy: Arc::new(hash_now(
                "no account has this password",
                &salt,
                &mut Memory::default(),
            )?),
        })
    }

    /// A hash in PHC form.
    pub async fn hash(&self, password: &Password, chance: &dyn Chance) -> Result<String, Refusal> {
        let mut salt = [0; 16];
        chance.fill(&mut salt);
        let password = password.as_str().to_owned();
        self.at_work(move |memory| hash_now(&password, &salt, memory))
            .await?
            .map_err(Refusal::internal)
    }

    /// Whether the password fits the hash. Without a hash it takes as long, and does not fit.
    pub async fn fits(&self, password: &Password, hash: Option<String>) -> Result<bool, Refusal> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.decoy.as_ref().clone());
        let password = password.as_str().to_owned();
        let fits = self
            .at_work(move |memory| verify_now(&password, &hash, memory))
            .await?;
        Ok(known && fits)
    }

    /// Takes as long as a password does, so that what follows cannot be told by its time.
    pub async fn take_time(&self) -> Result<(), Refusal> {
        let decoy = Arc::clone(&self.decoy);
        self.at_work(move |memory| verify_now("nobody's password", &decoy, memory))
            .await?;
        Ok(())
    }

    /// The hash to keep after the password fitted `hash`: the same, or a new one where that is weaker
    /// than those made today.
    pub async fn renewed(
        &self,
        password: &Password,
        hash: &str,
        chance: &dyn Chance,
    ) -> Result<String, Refusal> {
        if is_weaker(hash) {
            self.hash(password, chance).await
        } else {
            Ok(hash.to_owned())
        }
    }

    /// Refuses where so many wait that one more would be refused anyway, before anything is counted.
    pub fn require_room(&self) -> Result<(), Refusal> {
        if self.queue.available_permits() == 0 {
            return Err(busy());
        }
        Ok(())
    }

    async fn at_work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let place = Arc::clone(&self.queue)
            .try_acquire_owned()
            .map_err(|_| busy())?;
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|_| busy())?;
        let idle = Arc::clone(&self.idle);
        // The turn ends with the work, also where the caller has gone away meanwhile.
        tokio::task::spawn_blocking(move || {
            let mut memory = lock(&idle).pop().unwrap_or_default();
            let done = work(&mut memory);
            lock(&idle).push(memory);
            drop((turn, place));
            done
        })
        .await
        .map_err(Refusal::internal)
    }
}

fn lock(idle: &Mutex<Vec<Memory>>) -> MutexGuard<'_, Vec<Memory>> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}

fn busy() -> Refusal {
    Refusal::unavailable(1, anyhow::anyhow!("password queue is full"))
}
