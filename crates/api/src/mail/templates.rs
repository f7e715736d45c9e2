use minijinja::{Environment, Error, UndefinedBehavior};
use std::sync::LazyLock;

macro_rules! compiled_in {
    (shared: $($shared:literal)*; messages: $($message:literal)*) => {
        &[
            $(($shared, include_str!(concat!("templates/", $shared))),)*
            $(
                compiled_in!(one $message, "/subject.txt"),
                compiled_in!(one $message, "/text.txt"),
                compiled_in!(one $message, "/html.html"),
            )*
        ]
    };
    (one $message:literal, $file:literal) => {
        (concat!($message, $file), include_str!(concat!("templates/", $message, $file)))
    };
}

const TEMPLATES: &[(&str, &str)] = compiled_in! {
    shared: "layout.html" "contact.html" "contact.txt"
    ;
    messages: "welcome" "staff_invite" "team_invite" "sign_up_confirm" "password_reset"
        "password_changed" "password_guessing" "session_ended" "set_password" "test_email" "handover"
        "second_factor_on" "second_factor_off" "recovery_code_used" "email_change_confirm"
        "email_changed" "widget_flood"
};

static ENVIRONMENT: LazyLock<Result<Environment<'static>, Error>> = LazyLock::new(compile);

/// The compiled templates. Names ending in `.html` escape what they show, others do not.
pub fn environment() -> Result<&'static Environment<'static>, &'static Error> {
    ENVIRONMENT.as_ref()
}

fn compile() -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    Ok(environment)
}
