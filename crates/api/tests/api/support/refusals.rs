//! Refusals, as tests expect them.

use gangway_api_client::Failure;
use gangway_domain::problem::{Problem, ProblemCode};
use std::fmt::Debug;

/// The problem a request was refused with; panics where it was not, or with another code.
#[track_caller]
pub fn refused<T: Debug>(answer: Result<T, Failure>, code: ProblemCode) -> Problem {
    match answer {
        Err(Failure::Problem(problem)) if problem.code() == code.as_str() => *problem,
        other => panic!("not refused with {}: {other:?}", code.as_str()),
    }
}

/// Panics unless exactly this field was refused with this code; gives its message.
#[track_caller]
pub fn refused_field<T: Debug>(answer: Result<T, Failure>, pointer: &str, code: &str) -> String {
    let problem = refused(answer, ProblemCode::InvalidFields);
    let [error] = problem.errors.as_slice() else {
        panic!("not one field: {problem:?}")
    };
    assert_eq!(
        (error.pointer.as_str(), error.code.as_str()),
        (pointer, code)
    );
    error.message.clone()
}

/// Panics unless exactly this field was answered with a conflict: somebody else has it.
#[track_caller]
pub fn taken<T: Debug>(answer: Result<T, Failure>, pointer: &str) {
    let problem = refused(answer, ProblemCode::Conflict);
    assert_eq!(problem.status, 409);
    let [error] = problem.errors.as_slice() else {
        panic!("not one field: {problem:?}")
    };
    let found = (error.pointer.as_str(), error.code.as_str());
    assert_eq!(found, (pointer, "duplicate_existing"));
}
