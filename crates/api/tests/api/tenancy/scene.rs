//! Two full partners with everything in them, a third one to the side, and everyone who may call.

use super::furnish::{colleague, fill, keys, set_up};
use super::marked::{MARKER, mark};
use crate::support::{ClientUser, Staff, World};
use gangway::partners;
use gangway_api_client::Client;
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::roles::{ClientRole, StaffRole};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Someone who calls.
pub struct Identity {
    pub name: &'static str,
    /// Signed in, but for the anonymous one.
    pub api: Client,
    pub email: Option<String>,
}

impl Identity {
    pub fn token(&self) -> Option<String> {
        self.api.access_token()
    }

    /// Whether it belongs to the other partner.
    pub fn is_foreign(&self) -> bool {
        matches!(self.name, "other_owner" | "key_other")
    }

    /// Whether it is an API key.
    pub fn is_key(&self) -> bool {
        self.name.starts_with("key_")
    }
}

/// What the cells work on. Everything in it belongs to the first partner, but for `other` and `third`.
pub struct Scene {
    pub world: World,
    pub identities: Vec<Identity>,
    pub owner: Staff,
    pub sales_rep: Staff,
    pub client: ClientUser,
    pub client_of_rep: ClientUser,
    pub spare_staff: PlaceId,
    pub spare_client_user: PlaceId,
    pub other: Staff,
    pub other_client: ClientId,
    pub third: Staff,
    count: AtomicUsize,
}

impl Scene {
    /// Builds it, on the heap: it is a lot.
    pub async fn build() -> Self {
        Box::pin(Self::made()).await
    }

    async fn made() -> Self {
        let world = World::start().await;
        // By day, when texts may be sent.
        crate::texting::talk::to_noon(&world);
        let owner = world.partner("Harbor IT").await;
        let staff = async |role: StaffRole, name: &str| {
            world
                .staff(&owner, role, &format!("{name}@harborit.example"))
                .await
        };
        let administrator = staff(StaffRole::Administrator, "admin").await;
        let manager = staff(StaffRole::Manager, "manager").await;
        let sales_rep = staff(StaffRole::SalesRep, "rep").await;
        let technician = staff(StaffRole::Technician, "tech").await;
        let spare_staff = staff(StaffRole::Technician, "spare").await.place();
        let deactivated = staff(StaffRole::Administrator, "gone").await;
        owner
            .api
            .deactivate_user(deactivated.place())
            .await
            .expect("deactivates");

        let suspended = world.partner("Suspended IT").await;
        let turned = partners::suspend(world.context(), suspended.partner()).await;
        turned.expect("suspends");

        let client = world.client_of(&owner, "jane@one.example").await;
        set_up(&world, &client, "Client One").await;
        let neighbour = world.client_of(&owner, "joe@two.example").await;
        let client_of_rep = world.client_of(&sales_rep, "rita@rep.example").await;
        set_up(&world, &client_of_rep, "Client of a rep").await;
        let portal_manager = colleague(&world, &client, "pm", ClientRole::PortalManager).await;
        let portal_user = colleague(&world, &client, "pu", ClientRole::PortalUser).await;
        let spare = colleague(&world, &client, "spare", ClientRole::CompanyAdministrator).await;
        let spare_client_user = spare.me.place_id.expect("a place");

        let other = world.partner(&format!("{MARKER} IT")).await;
        let other_client = fill(&world, &other).await;
        let third = world.partner("Third IT").await;
        world.run_jobs().await;

        let known = |name, api: &Client, email: &str| Identity {
            name,
            api: api.clone(),
            email: Some(email.to_owned()),
        };
        let mut identities = vec![
            Identity {
                name: "anonymous",
                api: world.client(),
                email: None,
            },
            known("owner", &owner.api, &owner.email),
            known("administrator", &administrator.api, &administrator.email),
            known("manager", &manager.api, &manager.email),
            known("sales_rep", &sales_rep.api, &sales_rep.email),
            known("sales_rep_own", &sales_rep.api, &sales_rep.email),
            known("technician", &technician.api, &technician.email),
            known("company_administrator", &client.api, &client.email),
            known("portal_manager", &portal_manager.api, &portal_manager.email),
            known("portal_user", &portal_user.api, &portal_user.email),
            known(
                "other_company_administrator",
                &neighbour.api,
                &neighbour.email,
            ),
            known("other_owner", &other.api, &other.email),
            known("deactivated", &deactivated.api, &deactivated.email),
            known("suspended_owner", &suspended.api, &suspended.email),
        ];
        identities.extend(keys(&world, &owner, &other).await);
        mark(&world, other.partner()).await;
        Self {
            world,
            identities,
            owner,
            sales_rep,
            client,
            client_of_rep,
            spare_staff,
            spare_client_user,
            other,
            other_client,
            third,
            count: AtomicUsize::new(0),
        }
    }

    /// A word nobody has used yet.
    pub fn fresh(&self) -> String {
        format!("fresh{}", self.count.fetch_add(1, Ordering::Relaxed))
    }

    /// A phone number nobody has used yet.
    pub fn fresh_number(&self) -> String {
        format!("+1202{:07}", self.count.fetch_add(1, Ordering::Relaxed))
    }

    /// An address nobody has used yet.
    pub fn fresh_email(&self) -> String {
        format!("{}@fresh.example", self.fresh())
    }

    /// A phone nobody has used yet.
    pub fn fresh_phone(&self) -> String {
        format!("+1202555{:04}", self.count.fetch_add(1, Ordering::Relaxed))
    }

    /// The third partner's owner, signed in: a new password ends sessions.
    pub async fn third_again(&self) -> Client {
        if self.third.api.read_me().await.is_ok() {
            return self.third.api.clone();
        }
        let signed_in = self
            .world
            .sign_in(&self.third.email)
            .await
            .expect("signs in")
            .api;
        self.third
            .api
            .use_access_token(signed_in.access_token().expect("a token"));
        self.third.api.clone()
    }

    /// The client a cell is about: the sales rep's own for it, else the owner's.
    pub fn client_for(&self, identity: &Identity) -> (ClientId, &'static str) {
        match identity.name {
            "sales_rep_own" => (self.client_of_rep.client, "Client of a rep"),
            _ => (self.client.client, "Client One"),
        }
    }
}
