//! AU-08: codes of an authenticator app and recovery codes.

mod codes;
mod limited;
mod recovery_codes;
mod reset_by_operator;
mod sealed;
mod set_up;
mod steps;

use crate::support::{World, app_code, password};
use gangway_api_client::{Client, Failure, Opened};
use gangway_domain::wire::{ConfirmSecondFactor, Session, SignIn, SignInWithCode};
use sea_orm::ConnectionTrait as _;

/// An authenticator app that was set up, with the recovery codes beside it.
pub struct App {
    /// In base32.
    pub secret: String,
    /// Recovery codes.
    pub codes: Vec<String>,
}

impl World {
    /// Sets the second factor of whoever is signed in up.
    pub async fn second_factor_of(&self, api: &Client) -> App {
        let told = api.set_up_second_factor().await.expect("begins");
        let code = app_code(&told.secret, self.context().now());
        let body = ConfirmSecondFactor { code };
        let made = api.confirm_second_factor(&body).await.expect("confirms");
        App {
            secret: told.secret,
            codes: made.codes,
        }
    }

    /// Moves the clock to where a code begins, so that none changes in the middle of a test.
    pub fn at_a_new_step(&self) {
        let since = self.context().now().timestamp_millis() % 30_000;
        self.advance(chrono::Duration::milliseconds(30_000 - since));
    }

    /// The first step of a sign-in with the password of all test people.
    pub async fn challenge(&self, email: &str) -> String {
        let body = SignIn {
            email: email.to_owned(),
            password: password(),
        };
        match self
            .client()
            .sign_in(&body)
            .await
            .expect("the password is right")
        {
            Opened::CodeNeeded(needed) => needed.challenge,
            Opened::Session(_) => panic!("no code was asked for"),
        }
    }

    /// Both steps, with a code.
    pub async fn sign_in_by(&self, email: &str, code: &str) -> Result<Session, Failure> {
        let challenge = self.challenge(email).await;
        with_code(&self.client(), &challenge, code).await
    }

    /// Nobody has a second factor any more.
    pub async fn without_second_factors(&self) {
        self.run_sql(&["delete from recovery_codes", "delete from second_factors"])
            .await;
    }

    /// Changes rows past the server.
    pub async fn run_sql(&self, statements: &[&str]) {
        let tx = self.context().db.begin().await.expect("begins");
        for sql in statements {
            tx.execute_unprepared(sql).await.expect("runs");
        }
        tx.commit().await.expect("commits");
    }
}

/// The second step of a sign-in.
pub async fn with_code(api: &Client, challenge: &str, code: &str) -> Result<Session, Failure> {
    let body = SignInWithCode {
        challenge: challenge.to_owned(),
        code: code.to_owned(),
    };
    api.sign_in_with_code(&body).await
}
