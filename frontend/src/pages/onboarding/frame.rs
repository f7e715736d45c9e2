use crate::components::{StepMark, Stepper, StepperItem, ThemeMenu};
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::PartnerContact;
use gangway_domain::wizard::{Progress, Step};
use leptos::prelude::*;

/// What surrounds every step: the partner's name, the way, and who helps.
#[component]
pub fn SetUpFrame(
    #[prop(into)] contact: Signal<Option<PartnerContact>>,
    #[prop(into)] steps: Signal<Vec<StepperItem>>,
    #[prop(into)] minutes_left: Signal<u8>,
    /// The header's right: who one is.
    #[prop(optional, into)]
    person: ViewFn,
    children: Children,
) -> AnyView {
    let partner = move || {
        contact
            .get()
            .map(|contact| contact.partner_name)
            .unwrap_or_default()
    };
    view! {
        <div class="min-h-dvh">
            <header class="border-b border-hairline bg-base-100">
                <div class="mx-auto flex h-14 max-w-5xl items-center gap-2 px-4 sm:px-6">
                    <p class="min-w-0 grow truncate text-base font-semibold" title=partner>
                        {partner}
                    </p>
                    <ThemeMenu />
                    {person.run()}
                </div>
            </header>
            <div class="mx-auto grid max-w-5xl gap-x-12 gap-y-6 px-4 py-6 sm:px-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:py-12">
                <section aria-label="Progress" class="space-y-3">
                    <Stepper steps />
                    <Minutes minutes_left />
                </section>
                <main id="main" class="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
                    {children()}
                </main>
                <aside class="border-t border-hairline pt-6 lg:col-start-1 lg:row-start-2 lg:px-3">
                    {move || contact.get().map(|contact| view! { <ContactLine contact /> })}
                </aside>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Minutes(minutes_left: Signal<u8>) -> AnyView {
    let words = move || match minutes_left.get() {
        0 => String::new(),
        1 => "About 1 minute".to_owned(),
        minutes => format!("About {minutes} minutes"),
    };
    view! { <p class="min-h-5 text-sm text-muted lg:px-3">{words}</p> }.into_any()
}

/// "Need help?" with the partner's name, email and phone.
#[component]
pub fn ContactLine(contact: PartnerContact) -> AnyView {
    let PartnerContact {
        partner_name,
        name,
        email,
        phone,
    } = contact;
    let who = match name {
        Some(name) if name != partner_name => format!("{name}, {partner_name}"),
        _ => partner_name,
    };
    let mail = email.map(|email| {
        let href = format!("mailto:{email}");
        let (name, host) = email.rsplit_once('@').unwrap_or((&email, ""));
        let (name, host) = (name.to_owned(), format!("@{host}"));
        view! {
            <a class="link block" href=href>
                {name}
                <wbr />
                {host}
            </a>
        }
    });
    let call = phone.map(|phone| {
        let shown = PhoneNumber::parse(&phone).map_or(phone.clone(), |phone| phone.display());
        let href = format!("tel:{phone}");
        view! {
            <a class="link block" href=href>
                {shown}
            </a>
        }
    });
    view! {
        <div class="space-y-1 text-sm">
            <h2 class="text-sm">"Need help?"</h2>
            <p class="text-muted">{who}</p>
            {mail}
            {call}
        </div>
    }
    .into_any()
}

/// The way as one sees it who has no account yet.
pub fn steps_before_sign_in() -> Vec<StepperItem> {
    let item = |step: Step| StepperItem {
        title: step.title().to_owned(),
        mark: if step == Step::Credentials {
            StepMark::Current
        } else {
            StepMark::Todo
        },
        href: None,
    };
    Step::ALL.into_iter().map(item).collect()
}

/// Minutes of the whole way.
pub fn minutes_in_all() -> u8 {
    Progress::default().minutes_left()
}
