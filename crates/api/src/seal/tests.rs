use super::*;
use crate::context::OsChance;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::ExposeSecret as _;
use std::collections::HashSet;

const LENGTH: usize = 32;

fn id(last: u8) -> Uuid {
    Uuid::from_bytes([last; 16])
}

fn spot(owner: Uuid, row: Uuid) -> Spot<'static> {
    Spot {
        owner,
        table: "second_factors",
        row,
        column: "secret",
    }
}

fn data_key(owner: Uuid) -> (MasterKey, DataKey, String) {
    let master = MasterKey::new(&[7; LENGTH]);
    let made = master.new_data_key(&OsChance::new(), id(9), owner);
    let (key, wrapped) = made.unwrap();
    (master, key, wrapped)
}

#[test]
fn sc_01_what_was_sealed_is_opened_where_it_stands_and_nowhere_else() {
    let (_, key, _) = data_key(id(1));
    let here = spot(id(1), id(2));
    let sealed = key.seal(&OsChance::new(), here, b"hunter2").unwrap();
    assert!(!sealed.contains("hunter2"));
    assert_eq!(key.open(here, &sealed).unwrap().expose_secret(), b"hunter2");
    for elsewhere in [
        spot(id(1), id(3)),
        spot(id(3), id(2)),
        Spot {
            table: "other",
            ..here
        },
        Spot {
            column: "other",
            ..here
        },
    ] {
        assert!(key.open(elsewhere, &sealed).is_err(), "{elsewhere:?}");
    }
    let other = MasterKey::new(&[7; LENGTH]).new_data_key(&OsChance::new(), id(9), id(1));
    assert!(other.unwrap().0.open(here, &sealed).is_err());
}

#[test]
fn sc_01_any_bit_that_is_flipped_is_found() {
    let (_, key, _) = data_key(id(1));
    let here = spot(id(1), id(2));
    let sealed = key.seal(&OsChance::new(), here, b"a secret").unwrap();
    let (head, body) = sealed.rsplit_once('.').unwrap();
    let bytes = URL_SAFE_NO_PAD.decode(body).unwrap();
    for bit in 0..bytes.len() * 8 {
        let mut bytes = bytes.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let flipped = format!("{head}.{}", URL_SAFE_NO_PAD.encode(bytes));
        assert!(key.open(here, &flipped).is_err(), "bit {bit}");
    }
    for wrong in ["", "v1", "v1.", "v1..", "v2.x.y", &sealed[1..], body] {
        assert!(key.open(here, wrong).is_err(), "{wrong}");
    }
}

#[test]
fn sc_01_a_million_nonces_are_all_different() {
    let (_, key, _) = data_key(id(1));
    let (here, chance) = (spot(id(1), id(2)), OsChance::new());
    let mut nonces = HashSet::with_capacity(1_000_000);
    let mut first = HashSet::new();
    for turn in 0..1_000_000 {
        let sealed = key.seal(&chance, here, b"the same").unwrap();
        let (_, body) = sealed.rsplit_once('.').unwrap();
        // Twelve bytes are sixteen characters.
        assert!(nonces.insert(body[..16].to_owned()), "turn {turn}");
        if turn < 1_000 {
            assert!(first.insert(body[16..].to_owned()), "equal ciphertexts");
        }
    }
}

#[test]
fn sc_01_an_owners_key_is_sealed_by_the_master_key_for_that_owner() {
    let (master, key, wrapped) = data_key(id(1));
    let here = spot(id(1), id(2));
    let sealed = key.seal(&OsChance::new(), here, b"hunter2").unwrap();
    let again = master.data_key(id(9), id(1), &wrapped).unwrap();
    assert_eq!(
        again.open(here, &sealed).unwrap().expose_secret(),
        b"hunter2"
    );
    assert!(master.data_key(id(9), id(2), &wrapped).is_err());
    assert!(master.data_key(id(8), id(1), &wrapped).is_err());
    let other = MasterKey::new(&[8; LENGTH]);
    assert!(other.data_key(id(9), id(1), &wrapped).is_err());
    assert_ne!(other.id(), master.id());
    assert_eq!(format!("{master:?}"), format!("MasterKey({})", master.id()));
}
