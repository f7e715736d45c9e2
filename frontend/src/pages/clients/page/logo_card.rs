use crate::components::{ChosenFile, LogoField, Toasts, picture_address};
use crate::session::Session;
use gangway_api_client::{Client as Api, Failure};
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::Permission;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The square that the picture is read for, twice as fine as it is shown.
const SIZE: u32 = 256;

/// The client's logo, to be changed by whoever may.
#[component]
pub(super) fn LogoCard(id: ClientId, name: String) -> AnyView {
    let session = Session::get();
    let logo = Logo {
        session,
        id,
        shown: RwSignal::new(None),
        uploading: RwSignal::new(false),
        removing: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    logo.read();
    let label = format!("Logo of {name}");
    if session.can(Permission::WriteClients) {
        return changeable(logo, label);
    }
    let picture = move || {
        let alt = label.clone();
        logo.shown.get().map(|address| {
            view! {
                <section class="card-box">
                    <img class="max-h-32 max-w-full" src=address alt=alt />
                </section>
            }
        })
    };
    picture.into_any()
}

fn changeable(logo: Logo, label: String) -> AnyView {
    let on_choose = Callback::new(move |file| logo.upload(file));
    let on_remove = Callback::new(move |()| logo.remove());
    view! {
        <section class="card-box" aria-labelledby="logo-heading">
            <h2 id="logo-heading" class="mb-4">
                "Logo"
            </h2>
            <LogoField
                label
                shown=logo.shown
                uploading=logo.uploading
                removing=logo.removing
                failure=logo.failure
                on_choose
                on_remove
            />
        </section>
    }
    .into_any()
}

/// A client's logo and what is being done to it.
#[derive(Clone, Copy)]
struct Logo {
    session: Session,
    id: ClientId,
    shown: RwSignal<Option<String>>,
    uploading: RwSignal<bool>,
    removing: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Logo {
    fn read(self) {
        let api = self.session.api();
        spawn_local(async move {
            self.take(address(&api, self.id).await);
        });
    }

    fn upload(self, file: ChosenFile) {
        let api = self.session.api();
        self.failure.set(None);
        self.uploading.set(true);
        spawn_local(async move {
            let outcome = match api.put_logo(self.id, &file.name, file.bytes).await {
                Ok(_) => address(&api, self.id).await,
                Err(failure) => Err(failure),
            };
            let saved = outcome.is_ok();
            if self.uploading.try_set(false).is_none() {
                self.take(outcome);
                if saved {
                    Toasts::get().say("The logo is saved");
                }
            }
        });
    }

    fn remove(self) {
        let api = self.session.api();
        self.failure.set(None);
        self.removing.set(true);
        spawn_local(async move {
            let outcome = api.delete_logo(self.id).await;
            let removed = outcome.is_ok();
            if self.removing.try_set(false).is_none() {
                self.take(outcome.map(|()| None));
                if removed {
                    Toasts::get().say("The logo is removed");
                }
            }
        });
    }

    fn take(self, outcome: Result<Option<String>, Failure>) {
        match outcome {
            Ok(address) => drop(self.shown.try_set(address)),
            Err(failure) => drop(self.failure.try_set(Some(failure))),
        }
    }
}

/// The address of the picture; none where there is no logo.
async fn address(api: &Api, id: ClientId) -> Result<Option<String>, Failure> {
    match api.read_logo(id, SIZE).await {
        Ok(png) => Ok(Some(picture_address(&png))),
        Err(failure) if failure.is(ProblemCode::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}
