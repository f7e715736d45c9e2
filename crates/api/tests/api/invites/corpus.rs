//! Every case of `auth/invite_and_link_cases.json`: the test that shows it, or the work it waits for.

use crate::support::corpora;
use std::collections::BTreeMap;

enum Shown {
    /// A test of this capability.
    By(&'static str),
    /// A test of another capability.
    Beside(&'static str),
    /// Comes with later work.
    Later(&'static str),
}
use Shown::{Beside, By, Later};

const SOURCES: [&str; 15] = [
    include_str!("accept_invite.rs"),
    include_str!("accept_invite_as_me.rs"),
    include_str!("accepted_once.rs"),
    include_str!("forged_invites.rs"),
    include_str!("inviters.rs"),
    include_str!("copy_invite_link.rs"),
    include_str!("look_up_invite.rs"),
    include_str!("resend_invite.rs"),
    include_str!("revoke_invite.rs"),
    include_str!("send_invite.rs"),
    include_str!("tokens.rs"),
    include_str!("partner_links/revoke_partner_link.rs"),
    include_str!("partner_links/use_partner_link.rs"),
    include_str!("../team/invite_client_users.rs"),
    include_str!("../application/look_up_handover.rs"),
];

const CASES: [(&str, Shown); 32] = [
    (
        "twice",
        By("b27_the_second_use_of_a_link_makes_no_user_and_no_session"),
    ),
    ("race", By("in_02_of_twenty_uses_at_once_one_comes_in")),
    (
        "expired",
        By("in_03_a_link_is_used_a_second_before_it_expires_and_not_a_second_after"),
    ),
    ("revoked", By("in_06_a_link_that_was_taken_back_is_gone")),
    (
        "resent",
        By("in_06_resending_kills_the_older_link_and_the_newest_works"),
    ),
    (
        "re_invited",
        By("in_06_removing_and_inviting_again_gives_a_new_token_and_the_old_one_stays_dead"),
    ),
    (
        "other_mail",
        By("in_07_a_link_never_joins_somebody_else_s_account"),
    ),
    (
        "change_mail",
        By("in_05_address_role_partner_and_client_come_from_the_invitation"),
    ),
    (
        "change_role",
        By("in_05_address_role_partner_and_client_come_from_the_invitation"),
    ),
    (
        "pre_register",
        Beside("partners: nothing is made before a sign-up's mailed link is used"),
    ),
    (
        "unclaimed_signup",
        By("an_unclaimed_invitation_is_claimed_by_its_link_alone"),
    ),
    (
        "existing_user",
        By("in_10_the_inviter_cannot_tell_an_address_with_an_account_from_one_without"),
    ),
    (
        "scanner",
        By("in_04_pages_and_look_ups_opened_five_times_change_nothing_and_the_link_still_works"),
    ),
    (
        "prefetch",
        By("in_04_pages_and_look_ups_opened_five_times_change_nothing_and_the_link_still_works"),
    ),
    (
        "enumerate",
        Later("IN-12: limits per address; the one answer is shown already"),
    ),
    (
        "entropy",
        By("in_01_ten_thousand_tokens_are_all_different_and_256_bits_long"),
    ),
    ("dump", By("in_01_nothing_in_the_database_opens_anything")),
    (
        "referer",
        Beside("the browser journeys: the token stands in the fragment, no-referrer is sent"),
    ),
    (
        "host",
        By("in_11_the_link_s_host_is_the_configured_one_whatever_the_request_says"),
    ),
    (
        "tenant_gone",
        Later("partners cannot be suspended or deleted yet"),
    ),
    (
        "inviter_gone",
        By("a_client_s_invitation_outlives_its_inviter_and_a_staff_invitation_does_not"),
    ),
    (
        "role_gone",
        By("a_staff_invitation_dies_when_its_inviter_may_no_longer_give_the_role"),
    ),
    (
        "flood",
        Later("IN-13: limits per partner, inviter and address"),
    ),
    (
        "bulk_partial",
        By("in_14_every_line_is_answered_on_its_own"),
    ),
    (
        "agency_link",
        By("b09_a_shared_link_that_was_taken_back_is_dead_and_a_new_one_works"),
    ),
    (
        "client_link",
        By("b34_the_link_shows_the_code_of_its_own_client_and_nothing_else"),
    ),
    (
        "client_link_done",
        Later("IN-16: contributors come with the collection of data"),
    ),
    (
        "case_mail",
        By("an_address_is_one_person_however_it_is_written"),
    ),
    ("reset_twice", Beside("sign_in: password resets")),
    ("reset_unknown", Beside("sign_in: password resets")),
    ("reset_sso", Later("single sign-on")),
    ("verify_change", Later("changing one's address")),
];

#[test]
fn every_case_of_the_corpus_is_shown_or_says_what_it_waits_for() {
    let known: BTreeMap<&str, &Shown> = CASES.iter().map(|(id, shown)| (*id, shown)).collect();
    for (id, shown) in &known {
        match shown {
            By(test) => {
                let function = format!("fn {test}(");
                assert!(
                    SOURCES.iter().any(|source| source.contains(&function)),
                    "{id}: {test}"
                );
            }
            Beside(words) | Later(words) => assert!(!words.is_empty(), "{id}"),
        }
    }
    let Some(corpus) = corpora::json("auth/invite_and_link_cases.json") else {
        return;
    };
    let ids: Vec<&str> = corpus
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|case| case["id"].as_str())
        .collect();
    for id in &ids {
        assert!(known.contains_key(id), "{id} is new");
    }
    assert_eq!(ids.len(), known.len());
}
