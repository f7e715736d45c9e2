use super::as_me::AcceptAsMe;
use super::as_new::AcceptAsNew;
use super::dead_link::{self, ExpiredInvite};
use super::linked_page::{LinkedPage, looking};
use super::look_up::per_token;
use super::sign_in_first::{OtherPerson, SignInFirst};
use crate::load::{Load, Loaded};
use crate::pages::onboarding::{SetUpFrame, StepCard, minutes_in_all, steps_before_sign_in};
use crate::parts::{self, Part};
use crate::route::Route;
use crate::session::{Session, SignedIn};
use gangway_domain::wire::{InviteKind, InviteLink, LinkState, Token};
use gangway_domain::wizard::Step;
use leptos::prelude::*;

/// An invitation, for whoever opened its link.
#[derive(Clone)]
pub(super) struct Invited {
    pub token: Token,
    pub link: InviteLink,
    /// Set once it is accepted, so that the page stays as it is until the next one comes.
    pub leaving: RwSignal<bool>,
}

/// What an invitation's link opens.
#[component]
pub fn InvitePage() -> AnyView {
    let session = Session::get();
    per_token(move |token| invitation(session, token))
}

fn invitation(session: Session, token: Token) -> AnyView {
    let asked = token.clone();
    let link = Load::start(move || {
        let (api, token) = (session.api(), asked.clone());
        Box::pin(async move { api.look_up_invite(&token).await })
    });
    let leaving = RwSignal::new(false);
    (move || match link.state.get() {
        Loaded::Loading => looking(),
        Loaded::Failed(failure) => {
            dead_link::failed(failure, Callback::new(move |()| link.retry()))
        }
        Loaded::Ready(link) => match link.state {
            LinkState::Open => open(
                session,
                Invited {
                    token: token.clone(),
                    link,
                    leaving,
                },
            ),
            LinkState::Used => dead_link::used(link.contact),
            LinkState::Revoked => dead_link::revoked(link.contact),
            LinkState::Expired => {
                view! { <ExpiredInvite token=token.clone() contact=link.contact /> }.into_any()
            }
        },
    })
    .into_any()
}

/// Who looks at the invitation.
#[derive(Clone, PartialEq)]
enum Visitor {
    Asking,
    /// The invited address has no account.
    New,
    /// It has one, and nobody is signed in.
    HasAccount,
    /// The invited person is signed in.
    Invited,
    /// Someone else is.
    Other(String),
}

fn open(session: Session, invited: Invited) -> AnyView {
    let (email, has_account) = (invited.link.email.clone(), invited.link.has_account);
    let leaving = invited.leaving;
    let visitor = Memo::new(move |before: Option<&Visitor>| {
        let state = session.state.get();
        if let Some(before) = before.filter(|_| leaving.get_untracked()) {
            return before.clone();
        }
        match state {
            SignedIn::Asking => Visitor::Asking,
            SignedIn::Yes(me) if same(&me.email, email.as_deref()) => Visitor::Invited,
            SignedIn::Yes(me) => Visitor::Other(me.email),
            SignedIn::No | SignedIn::Unknown(_) if has_account => Visitor::HasAccount,
            SignedIn::No | SignedIn::Unknown(_) => Visitor::New,
        }
    });
    (move || {
        let invited = invited.clone();
        match visitor.get() {
            Visitor::Asking => looking(),
            Visitor::New => {
                let inside = invited.clone();
                framed(&invited, move || {
                    view! { <AcceptAsNew invited=inside /> }.into_any()
                })
            }
            Visitor::HasAccount => {
                let inside = invited.clone();
                framed(&invited, move || {
                    view! { <SignInFirst invited=inside /> }.into_any()
                })
            }
            Visitor::Invited => {
                let inside = invited.clone();
                framed(&invited, move || {
                    view! { <AcceptAsMe invited=inside /> }.into_any()
                })
            }
            Visitor::Other(email) => {
                let inside = invited.clone();
                framed(&invited, move || {
                    view! { <OtherPerson invited=inside email /> }.into_any()
                })
            }
        }
    })
    .into_any()
}

fn same(own: &str, invited: Option<&str>) -> bool {
    invited.is_some_and(|invited| invited.eq_ignore_ascii_case(own))
}

/// The first step of the set-up for a new client; a page of its own for everyone else.
fn framed(invited: &Invited, children: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    let contact = invited.link.contact.clone();
    let children: Children = Box::new(children);
    // Who begins to type will go on: what follows is on its way meanwhile.
    let part = invited.part();
    let children = move || {
        view! { <div on:input=move |_| parts::prepare(part)>{children()}</div> }
    };
    if invited.link.kind == InviteKind::ClientSetup {
        let detail = "Setting up your company takes about 6 minutes. You can leave at any time and go on later.";
        return view! {
            <SetUpFrame
                contact=Signal::stored(contact)
                steps=Signal::stored(steps_before_sign_in())
                minutes_left=Signal::stored(minutes_in_all())
            >
                <StepCard title=Step::Credentials.title() detail=detail>
                    {children()}
                </StepCard>
            </SetUpFrame>
        }
        .into_any();
    }
    let title = invited.title();
    view! {
        <LinkedPage title contact>
            {children()}
        </LinkedPage>
    }
    .into_any()
}

impl Invited {
    /// "Join Acme's team".
    fn title(&self) -> String {
        let client = self.link.client_name.clone();
        let partner = self
            .link
            .contact
            .as_ref()
            .map(|contact| contact.partner_name.clone());
        match client.or(partner) {
            Some(name) => format!("Join {name}’s team"),
            None => "Join the team".to_owned(),
        }
    }

    /// The invited address.
    pub fn email(&self) -> String {
        self.link.email.clone().unwrap_or_default()
    }

    /// What the button says.
    pub fn button(&self) -> &'static str {
        if self.link.kind == InviteKind::ClientSetup {
            "Continue"
        } else {
            "Join"
        }
    }

    /// The part of the application where the invitation leads.
    fn part(&self) -> Part {
        match self.link.kind {
            InviteKind::Staff => Part::Start,
            InviteKind::ClientSetup => Part::SetUp,
            InviteKind::ClientUser => Part::Client,
        }
    }

    /// Goes to where the invitation leads.
    pub fn go_on(&self) {
        match self.link.kind {
            InviteKind::ClientSetup => Route::SetUp.go(),
            InviteKind::Staff | InviteKind::ClientUser => Route::Home.go(),
        }
    }
}
