//! Password hashing with Argon2id, bounded so that a storm of sign-ins starves nobody.

mod argon2id;
mod hands;

use crate::config::cores;
use crate::context::{Chance, Context};
use crate::refusal::Refusal;
use argon2id::{Memory, hash_now, is_weaker, verify_now};
use gangway_domain::values::Password;
use hands::Hands;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// Hashes at work at once at most.
const AT_ONCE: usize = 2;
/// Callers whose password is hashed or waits for it.
const QUEUE: usize = 33;

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

/// Hashes and verifies passwords, a few at a time.
#[derive(Clone)]
pub struct Hasher {
    hands: Arc<Hands>,
    turns: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    decoy: Arc<String>,
}

/// A place among those whose password is hashed or waits for it.
#[must_use = "the place is given up when this is dropped"]
pub struct Place(#[expect(dead_code, reason = "held until it is dropped")] OwnedSemaphorePermit);

impl Hasher {
    /// Prepares the hasher; makes one hash to compare with where there is no account.
    pub fn new(chance: &dyn Chance) -> anyhow::Result<Self> {
        let mut salt = [0; 16];
        chance.fill(&mut salt);
        // One core is left for everything else.
        let at_once = (cores() - 1).clamp(1, AT_ONCE);
        Ok(Self {
            hands: Arc::new(Hands::start(at_once)?),
            turns: Arc::new(Semaphore::new(at_once)),
            queue: Arc::new(Semaphore::new(QUEUE)),
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
        self.at_work(self.place()?, move |memory| {
            hash_now(&password, &salt, memory)
        })
        .await?
        .map_err(Refusal::internal)
    }

    /// Whether the password fits the hash. Without a hash it takes as long, and does not fit.
    pub async fn fits(
        &self,
        place: Place,
        password: &Password,
        hash: Option<String>,
    ) -> Result<bool, Refusal> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.decoy.as_ref().clone());
        let password = password.as_str().to_owned();
        let fits = self
            .at_work(place, move |memory| verify_now(&password, &hash, memory))
            .await?;
        Ok(known && fits)
    }

    /// Takes as long as a password does, so that what follows cannot be told by its time.
    pub async fn take_time(&self) -> Result<(), Refusal> {
        let decoy = Arc::clone(&self.decoy);
        self.at_work(self.place()?, move |memory| {
            verify_now("nobody's password", &decoy, memory)
        })
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

    /// A place in the queue, or a refusal where it is full. Taken before anything is counted or looked up.
    pub fn place(&self) -> Result<Place, Refusal> {
        let free = Arc::clone(&self.queue).try_acquire_owned();
        free.map(Place).map_err(|_| {
            let full = anyhow::anyhow!("the queue of passwords is full");
            Refusal::unavailable(1, full)
        })
    }

    async fn at_work<T: Send + 'static>(
        &self,
        place: Place,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let turn = Arc::clone(&self.turns).acquire_owned().await;
        let turn = turn.map_err(Refusal::internal)?;
        let (tell, told) = oneshot::channel();
        // The turn ends with the work, also where the caller has gone away meanwhile.
        self.hands.give(move |memory| {
            let done = work(memory);
            drop((turn, place));
            let _ = tell.send(done);
        });
        told.await.map_err(Refusal::internal)
    }
}
