//! That the comparison finds what is wrong: each call differs from a right one in a single point.

use gangway_sandbox::{Contract, RequestSeen};

use super::contract;
use crate::house::{House, TOKEN, any_http};

const ACCOUNT: &str = crate::house::ACCOUNT;

/// A right call of `CreateMessage`.
async fn right_call() -> RequestSeen {
    let house = House::open();
    let form = [
        ("To", "+15105550142"),
        ("From", "+15005550006"),
        ("Body", "x"),
    ];
    let call = any_http()
        .post(house.url(&path("Messages")))
        .basic_auth(ACCOUNT, Some(TOKEN))
        .form(&form);
    assert_eq!(call.send().await.unwrap().status(), 201);
    house.sandbox.twilio().requests().remove(0)
}

fn path(rest: &str) -> String {
    format!("/2010-04-01/Accounts/{ACCOUNT}/{rest}.json")
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn assert_differs(contract: &Contract, call: &RequestSeen, words: &str) {
    let found = contract.differences(call);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(words), "{found:?} lacks {words:?}");
}

#[tokio::test]
async fn a_wrong_address_method_or_sign_in_is_found() {
    let Some(contract) = contract() else { return };
    let right = right_call().await;
    assert_eq!(contract.differences(&right), Vec::<String>::new());
    let changed = |path: String, method: &str| RequestSeen {
        path,
        method: method.to_owned(),
        ..right.clone()
    };
    for (call, words) in [
        (changed(path("Mesages"), "POST"), "is not in the document"),
        (
            changed(path("Messages").replace(".json", ""), "POST"),
            "is not in the document",
        ),
        (changed(path("Messages"), "PUT"), "has no method PUT"),
        (
            changed(path("Messages"), "servers"),
            "has no method servers",
        ),
        (
            changed(path("Messages").replace("AC", "XX"), "POST"),
            "AccountSid in the path is no SID of its kind",
        ),
    ] {
        assert_differs(&contract, &call, words);
    }
    let nobody = RequestSeen {
        user: None,
        ..right.clone()
    };
    assert_differs(&contract, &nobody, "not signed in");
}

#[tokio::test]
async fn a_wrong_parameter_is_found() {
    let Some(contract) = contract() else { return };
    let right = right_call().await;
    for (more, words) in [
        (pair("body", "x"), "has no parameter body"),
        (pair("Body", "x"), "Body is 2 times"),
        (
            pair("ValidityPeriod", "ten"),
            "ValidityPeriod in the form is no whole number",
        ),
        (pair("SmartEncoded", "yes"), "is neither true nor false"),
        (pair("StatusCallback", "/status"), "is no uri"),
        (pair("MessagingServiceSid", "MG1"), "is too short"),
        (pair("ScheduleType", "later"), "is none of the words"),
        (pair("SendAt", "soon"), "is no date-time"),
        (pair("MaxPrice", "cheap"), "is no number"),
    ] {
        let mut call = right.clone();
        call.form.push(more);
        assert_differs(&contract, &call, words);
    }
    let mut nobody = right.clone();
    nobody.form.retain(|(name, _)| name != "To");
    assert_differs(&contract, &nobody, "To is missing from the form");
    let mut call = right.clone();
    call.form[0].1 = "510 555 0142".to_owned();
    assert_differs(&contract, &call, "To in the form is no phone-number");
    let mut pictures = right.clone();
    for _ in 0..2 {
        pictures.form.push(pair("MediaUrl", "https://media.test/1"));
    }
    assert_eq!(contract.differences(&pictures), Vec::<String>::new());
    let mut call = right;
    call.query.push(pair("PageSize", "1"));
    assert_differs(&contract, &call, "the query has no parameter PageSize");
}

#[tokio::test]
async fn a_wrong_query_is_found() {
    let Some(contract) = contract() else { return };
    let list = RequestSeen {
        method: "GET".to_owned(),
        form: Vec::new(),
        body: Vec::new(),
        content_type: None,
        ..right_call().await
    };
    assert_eq!(contract.differences(&list), Vec::<String>::new());
    for (more, words) in [
        (
            pair("PageSize", "1001"),
            "PageSize in the query is out of range",
        ),
        (
            pair("DateSentAfter", "2026-02-01"),
            "has no parameter DateSentAfter",
        ),
        (
            pair("DateSent>", "1 Feb"),
            "DateSent> in the query is no date-time",
        ),
    ] {
        let mut call = list.clone();
        call.query.push(more);
        assert_differs(&contract, &call, words);
    }
}

#[tokio::test]
async fn a_body_that_is_no_form_is_found() {
    let Some(contract) = contract() else { return };
    let right = right_call().await;
    let json = RequestSeen {
        content_type: Some("application/json".to_owned()),
        ..right.clone()
    };
    assert_differs(
        &contract,
        &json,
        "is not sent as application/x-www-form-urlencoded",
    );
    let raw = RequestSeen {
        body: "To=+1 510&Body=ü".into(),
        ..right.clone()
    };
    assert_differs(&contract, &raw, "not a well encoded form");
    let delete = RequestSeen {
        method: "DELETE".to_owned(),
        path: path("Messages/SM00000000000000000000000000000001"),
        form: Vec::new(),
        ..right
    };
    assert_differs(&contract, &delete, "takes no body");
}
