use crate::components::{
    Button, Confirm, CopyField, FailureAlert, Glyph, Question, RelativeTime, Toasts,
};
use crate::load::{Load, Loaded, reading};
use crate::session::Session;
use crate::times;
use gangway_api_client::{Failure, IdempotencyKey, List};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{Page, PartnerLink};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The partner's shareable link: make, copy, revoke.
#[component]
pub(super) fn PartnerLinkCard() -> AnyView {
    let session = Session::get();
    let may_write = session.can(Permission::WritePartner);
    let links = Load::start(reading(|api| async move {
        api.list_partner_links(List::first()).await
    }));
    let question = RwSignal::new(None::<Question>);
    let live = move |page: Page<PartnerLink>| {
        page.data
            .into_iter()
            .find(|link| link.revoked_at.is_none() && link.url.is_some())
    };
    let content = move || match links.state.get() {
        Loaded::Loading => view! { <div class="skeleton-line w-2/3"></div> }.into_any(),
        Loaded::Failed(failure) => {
            let on_retry = Callback::new(move |()| links.retry());
            view! { <FailureAlert failure=Some(failure) on_retry /> }.into_any()
        }
        Loaded::Ready(page) => match live(page) {
            Some(link) => shown(session, links, question, link, may_write),
            None => none_yet(session, links, may_write),
        },
    };
    view! {
        <section class="rounded border border-hairline bg-base-100 p-4 sm:p-6">
            <h2 class="text-base">"Your shareable link"</h2>
            <p class="mb-4 mt-1 max-w-2xl text-sm text-muted">
                "For your website or a newsletter. Whoever opens it asks for a personal link by email, and becomes yours."
            </p>
            {content}
        </section>
        <Confirm question />
    }
    .into_any()
}

fn none_yet(session: Session, links: Load<Page<PartnerLink>>, may_write: bool) -> AnyView {
    let busy = RwSignal::new(false);
    let make = move || {
        busy.set(true);
        spawn_local(async move {
            let made = session
                .api()
                .make_partner_link(&IdempotencyKey::random())
                .await;
            busy.try_set(false);
            match made {
                Ok(_) => links.refresh(),
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    };
    if !may_write {
        return view! { <p class="text-sm">"There is none. An administrator can make one."</p> }
            .into_any();
    }
    view! {
        <Button label="Make a link" busy_label="Making a link…" icon=Glyph::Link busy on_press=make />
    }
    .into_any()
}

fn shown(
    session: Session,
    links: Load<Page<PartnerLink>>,
    question: RwSignal<Option<Question>>,
    link: PartnerLink,
    may_write: bool,
) -> AnyView {
    let id = link.id;
    let revoke = move || {
        let detail =
            "It stops working at once, everywhere you put it. Personal links that were sent stay.";
        let words = ("Revoke link", "Revoking…");
        question.set(Some(Question::new(
            "Revoke your shareable link?",
            detail,
            words,
            move || async move {
                session.api().revoke_partner_link(id).await?;
                Toasts::get().say("Shareable link revoked");
                links.refresh();
                Ok::<(), Failure>(())
            },
        )));
    };
    let uses = times::counted(i64::from(link.uses), "use");
    view! {
        <CopyField label="Link" text=link.url.unwrap_or_default() />
        <div class="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
            <span>{uses} ", made " <RelativeTime at=link.created_at /></span>
            {may_write.then(|| view! { <Button label="Revoke" small=true on_press=revoke /> })}
        </div>
    }
    .into_any()
}
