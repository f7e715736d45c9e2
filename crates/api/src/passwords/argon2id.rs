//! Argon2id in memory that is used again: each hash needs 19 MiB, which the C library keeps in every
//! thread's arena when it is freed.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// OWASP's first choice of parameters: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// What a hash is computed in. Empty until first used.
#[derive(Default)]
pub(super) struct Memory(Vec<Block>);

impl Memory {
    fn blocks(&mut self, params: &Params) -> &mut [Block] {
        self.0.resize(params.block_count(), Block::new());
        &mut self.0
    }
}

/// A hash in PHC form.
pub(super) fn hash_now(
    password: &str,
    salt: &[u8; 16],
    memory: &mut Memory,
) -> anyhow::Result<String> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None)?;
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    let written = ParamsString::try_from(&params)?;
    compute(password, salt, params, &mut output, memory)?;
    let hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: written,
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(&output)?),
    };
    Ok(hash.to_string())
}

/// Whether the password gives the hash. One that cannot be read fits no password.
pub(super) fn verify_now(password: &str, hash: &str, memory: &mut Memory) -> bool {
    fits(password, hash, memory).unwrap_or_default()
}

fn fits(password: &str, hash: &str, memory: &mut Memory) -> anyhow::Result<bool> {
    let parsed = PasswordHash::new(hash)?;
    let (Some(salt), Some(expected)) = (parsed.salt, parsed.hash) else {
        return Ok(false);
    };
    if !is_our_algorithm(&parsed) {
        return Ok(false);
    }
    let mut output = [0; Output::MAX_LENGTH];
    let Some(output) = output.get_mut(..expected.len()) else {
        return Ok(false);
    };
    compute(password, &salt, Params::try_from(&parsed)?, output, memory)?;
    // Outputs are compared in constant time.
    Ok(Output::new(output)? == expected)
}

fn compute(
    password: &str,
    salt: &[u8],
    params: Params,
    output: &mut [u8],
    memory: &mut Memory,
) -> anyhow::Result<()> {
    let blocks = memory.blocks(&params);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        password.as_bytes(),
        salt,
        output,
        blocks,
    )?;
    Ok(())
}

/// Whether a stored hash costs a guesser less than one made today.
pub(super) fn is_weaker(hash: &str) -> bool {
    let Ok(parsed) = PasswordHash::new(hash) else {
        return true;
    };
    let Ok(params) = Params::try_from(&parsed) else {
        return true;
    };
    !is_our_algorithm(&parsed) || params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES
}

fn is_our_algorithm(hash: &PasswordHash) -> bool {
    hash.algorithm.as_str() == Algorithm::Argon2id.as_str()
        && hash.version == Some(Version::V0x13.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::PasswordVerifier as _;

    #[test]
    fn au_05_memory_that_was_used_gives_the_same_hashes() {
        let mut memory = Memory::default();
        let fresh = hash_now("first", &[1; 16], &mut memory).expect("hashes");
        let other = hash_now("second", &[2; 16], &mut memory).expect("hashes");
        let again = hash_now("first", &[1; 16], &mut memory).expect("hashes");
        assert_eq!(fresh, again);
        for (password, hash) in [("first", &fresh), ("second", &other)] {
            assert!(verify_now(password, hash, &mut memory));
            assert!(!verify_now("third", hash, &mut memory));
            // As the library sees it.
            assert_eq!(
                Argon2::default().verify_password(password.as_bytes(), hash.as_str()),
                Ok(())
            );
        }
    }

    #[test]
    fn au_05_a_hash_of_other_parameters_is_checked_and_called_weaker() {
        let small = Params::new(64, 1, 1, Some(24)).expect("parameters");
        let mut output = [0; 24];
        let mut memory = Memory::default();
        compute("first", &[3; 16], small.clone(), &mut output, &mut memory).expect("hashes");
        let stored = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&small).expect("parameters"),
            salt: Some(Salt::new(&[3; 16]).expect("a salt")),
            hash: Some(Output::new(&output).expect("an output")),
        }
        .to_string();
        let today = hash_now("first", &[1; 16], &mut memory).expect("hashes");
        assert!(verify_now("first", &stored, &mut memory) && is_weaker(&stored));
        assert!(verify_now("first", &today, &mut memory) && !is_weaker(&today));
        let other_kind = stored.replace("argon2id", "argon2i");
        assert!(!verify_now("first", &other_kind, &mut memory) && is_weaker(&other_kind));
        assert!(!verify_now("first", "no hash at all", &mut memory));
    }
}
