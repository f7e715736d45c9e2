//! SC-05: what holds a secret in memory neither prints it nor leaves it behind.

use crate::support::has_not;
use gangway::config::SecretKey;
use gangway_domain::values::Password;
use gangway_domain::wire::{
    AcceptInvite, ConfirmPasswordReset, ConfirmSignUp, SignIn, Token, UsePartnerLink,
};
use std::fmt::{Debug, Display};
use zeroize::ZeroizeOnDrop;

#[test]
fn sc_05_secrets_have_no_text_of_their_own() {
    has_not!(Display: Password, SecretKey, secrecy::SecretString, secrecy::SecretSlice<u8>);
    has_not!(serde::Serialize: Password, SecretKey, secrecy::SecretString);
    has_not!(Debug: gangway::keys::Keys);
}

#[test]
fn sc_05_secrets_are_wiped_when_they_are_dropped() {
    fn is_wiped<T: ZeroizeOnDrop>() {}
    is_wiped::<Password>();
    is_wiped::<SecretKey>();
    is_wiped::<secrecy::SecretString>();
    is_wiped::<secrecy::SecretSlice<u8>>();
}

#[test]
fn sc_05_requests_with_secrets_print_their_name_alone() {
    let canary = || "canary otters swim north".to_owned();
    let printed = [
        format!("{:?}", Password::check(&canary(), &[]).expect("a password")),
        format!(
            "{:?}",
            SignIn {
                password: canary(),
                ..SignIn::default()
            }
        ),
        format!(
            "{:?}",
            ConfirmSignUp {
                token: canary(),
                password: canary()
            }
        ),
        format!(
            "{:?}",
            ConfirmPasswordReset {
                token: canary(),
                password: canary()
            }
        ),
        format!(
            "{:?}",
            AcceptInvite {
                password: canary(),
                token: canary(),
                ..AcceptInvite::default()
            }
        ),
        format!(
            "{:?}",
            UsePartnerLink {
                token: canary(),
                ..UsePartnerLink::default()
            }
        ),
        format!("{:?}", Token { token: canary() }),
    ];
    for text in printed {
        assert!(!text.contains("canary"), "{text}");
    }
}
