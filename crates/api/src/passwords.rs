//! Password hashing with Argon2id, bounded so that a storm of sign-ins starves nobody.

use crate::context::{Chance, Context};
use crate::refusal::Refusal;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use gangway_domain::values::Password;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// OWASP's first choice of parameters: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
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
            decoy: Arc::new(hash_now("no account has this password", &salt)?),
        })
    }

    /// A hash in PHC form.
    pub async fn hash(&self, password: &Password, chance: &dyn Chance) -> Result<String, Refusal> {
        let mut salt = [0; 16];
        chance.fill(&mut salt);
        let password = password.as_str().to_owned();
        self.at_work(move || hash_now(&password, &salt))
            .await?
            .map_err(Refusal::internal)
    }

    /// Whether the password fits the hash. Without a hash it takes as long, and does not fit.
    pub async fn fits(&self, password: &Password, hash: Option<String>) -> Result<bool, Refusal> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.decoy.as_ref().clone());
        let password = password.as_str().to_owned();
        let fits = self.at_work(move || verify_now(&password, &hash)).await?;
        Ok(known && fits)
    }

    /// Takes as long as a password does, so that what follows cannot be told by its time.
    pub async fn take_time(&self) -> Result<(), Refusal> {
        let decoy = Arc::clone(&self.decoy);
        self.at_work(move || verify_now("nobody's password", &decoy))
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
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let place = Arc::clone(&self.queue)
            .try_acquire_owned()
            .map_err(|_| busy())?;
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|_| busy())?;
        // The turn ends with the work, also where the caller has gone away meanwhile.
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop((turn, place));
            done
        })
        .await
        .map_err(Refusal::internal)
    }
}

fn busy() -> Refusal {
    Refusal::unavailable(1, anyhow::anyhow!("password queue is full"))
}

fn argon2() -> anyhow::Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|e| anyhow::anyhow!("{e}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Whether a stored hash costs a guesser less than one made today.
fn is_weaker(hash: &str) -> bool {
    let Ok(parsed) = PasswordHash::new(hash) else {
        return true;
    };
    let Ok(params) = Params::try_from(&parsed) else {
        return true;
    };
    parsed.algorithm.as_str() != Algorithm::Argon2id.as_str()
        || parsed.version != Some(Version::V0x13.into())
        || params.m_cost() < MEMORY_KIB
        || params.t_cost() < PASSES
}

fn hash_now(password: &str, salt: &[u8; 16]) -> anyhow::Result<String> {
    let hash = argon2()?
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|e| anyhow::anyhow!("{e}"))?;
    Ok(hash.to_string())
}

fn verify_now(password: &str, hash: &str) -> bool {
    let (Ok(argon2), Ok(parsed)) = (argon2(), PasswordHash::new(hash)) else {
        return false;
    };
    argon2.verify_password(password.as_bytes(), &parsed).is_ok()
}
