use super::recovery_codes::encoded;
use super::second_factor::FactorSection;
use crate::components::{
    Button, CopyButton, Dialog, Field, Form, FormState, LoadStates, errors_of,
};
use crate::load::{Load, reading};
use gangway_domain::wire::{ConfirmSecondFactor, RecoveryCodes, SecondFactorSecret};
use leptos::prelude::*;

/// The dialog that tells an authenticator app the secret and asks for its first code.
#[component]
pub(super) fn SetUpFactor(section: FactorSection) -> AnyView {
    let open = section.setting_up;
    let busy = RwSignal::new(false);
    view! {
        <Dialog open title="Set up an authenticator app" held=busy>
            {move || body(section, busy)}
        </Dialog>
    }
    .into_any()
}

fn body(section: FactorSection, busy: RwSignal<bool>) -> AnyView {
    let secret = Load::start(reading(
        |api| async move { api.set_up_second_factor().await },
    ));
    view! { <LoadStates load=secret ready=move |secret| steps(section, busy, &secret) /> }
        .into_any()
}

fn steps(section: FactorSection, busy: RwSignal<bool>, told: &SecondFactorSecret) -> AnyView {
    let code = RwSignal::new(String::new());
    let body = move || ConfirmSecondFactor {
        code: code.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    Effect::new(move |_| busy.set(form.busy.get()));
    let submit = move || {
        let api = section.session.api();
        form.submit(
            body(),
            |body, _| async move { api.confirm_second_factor(&body).await },
            move |made: RecoveryCodes| {
                section.fresh.set(Some(made.codes));
                section.setting_up.set(false);
                section.factor.refresh();
            },
        );
    };
    let picture = format!("data:image/svg+xml,{}", encoded(&told.qr_code));
    let (secret, grouped) = (told.secret.clone(), in_groups(&told.secret));
    let cancel = move || {
        view! { <Button label="Cancel" on_press=move || section.setting_up.set(false) /> }
            .into_any()
    };
    view! {
        <ol class="mb-5 list-decimal space-y-4 pl-5 text-sm">
            <li>"Open an authenticator app on your phone, such as Aegis, Google Authenticator or 1Password."</li>
            <li>
                <p>"Scan this picture with it."</p>
                <img class="mt-2 size-44 rounded border border-hairline bg-white" src=picture alt="QR code for your authenticator app" />
                <details class="mt-2">
                    <summary class="link">"It cannot be scanned?"</summary>
                    <p class="mt-2">"Type this key into the app:"</p>
                    <p class="mt-1 flex flex-wrap items-center gap-2">
                        <code class="select-all break-words font-mono">{grouped}</code>
                        <CopyButton text=secret what="the key" />
                    </p>
                </details>
            </li>
            <li>"Enter the code it shows."</li>
        </ol>
        <Form form on_submit=submit submit="Switch on" busy="Switching on…" before=cancel>
            <Field
                form
                pointer="/code"
                label="Code"
                value=code
                inputmode="numeric"
                autocomplete="one-time-code"
                focused=true
            />
        </Form>
    }
    .into_any()
}

/// Four by four, to be typed from the screen.
fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|four| four.iter().collect())
        .collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::in_groups;

    #[test]
    fn au_08_a_secret_is_shown_in_groups_of_four() {
        assert_eq!(in_groups("ABCDEFGHIJ"), "ABCD EFGH IJ");
        assert_eq!(in_groups(""), "");
    }
}
