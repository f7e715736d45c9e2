//! People of a test: staff of a partner, and users of its clients.

use super::world::{World, key, token_of};
use gangway::partners::{NewPartner, create_by_operator};
use gangway_api_client::{Client, Failure};
use gangway_domain::ids::{ClientId, PartnerId, PlaceId};
use gangway_domain::roles::StaffRole;
use gangway_domain::values::{CompanyName, EmailAddress, Password, PersonName};
use gangway_domain::wire::{AcceptInvite, CompanyInfo, InviteUser, Me, SendInvite, SignIn};

/// A password that keeps the rules.
pub fn password() -> String {
    "violet otters swim north".to_owned()
}

/// A signed-in staff member.
pub struct Staff {
    /// Signed in.
    pub api: Client,
    /// Email.
    pub email: String,
    /// Who they are.
    pub me: Me,
}

/// A signed-in user of a client.
pub struct ClientUser {
    /// Signed in.
    pub api: Client,
    /// Email.
    pub email: String,
    /// Who they are.
    pub me: Me,
    /// The client.
    pub client: ClientId,
}

impl World {
    /// A partner with its owner, signed in. The owner is `owner@<slug>.example`.
    pub async fn partner(&self, name: &str) -> Staff {
        let slug: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        let email = format!("owner@{slug}.example");
        let new = NewPartner {
            company: CompanyName::parse(name).expect("a name"),
            it_glue_address: None,
            first_name: PersonName::parse("Olive").expect("a name"),
            last_name: PersonName::parse("Owner").expect("a name"),
            email: EmailAddress::parse(&email).expect("an address"),
            password: Some(Password::check(&password(), &[]).expect("a password")),
        };
        create_by_operator(self.context(), new)
            .await
            .expect("a partner");
        self.sign_in(&email).await.expect("signs in")
    }

    /// Signs a person in with the password of all test people.
    pub async fn sign_in(&self, email: &str) -> Result<Staff, Failure> {
        let api = self.client();
        let body = SignIn {
            email: email.to_owned(),
            password: password(),
        };
        let opened = api.sign_in(&body).await?;
        let session = opened.session().expect("no code is wanted");
        Ok(Staff {
            api,
            email: email.to_owned(),
            me: session.me,
        })
    }

    /// A staff member with a role, invited by `by` and signed in.
    pub async fn staff(&self, by: &Staff, role: StaffRole, email: &str) -> Staff {
        let body = InviteUser {
            first_name: "Sam".to_owned(),
            last_name: "Staff".to_owned(),
            email: email.to_owned(),
            role: role.as_str().to_owned(),
        };
        by.api.invite_user(&body, &key()).await.expect("invites");
        let (api, me) = self.accept(email).await;
        Staff {
            api,
            email: email.to_owned(),
            me,
        }
    }

    /// A client that was invited by `by` and has given its credentials: step two of its set-up.
    pub async fn client_of(&self, by: &Staff, email: &str) -> ClientUser {
        let body = SendInvite {
            email: email.to_owned(),
        };
        by.api.send_invite(&body, &key()).await.expect("invites");
        let (api, me) = self.accept(email).await;
        let client = me
            .place()
            .and_then(|place| place.client.as_ref())
            .expect("a client")
            .id;
        ClientUser {
            api,
            email: email.to_owned(),
            me,
            client,
        }
    }

    /// Accepts the newest invitation mailed to an address, as a new person.
    pub async fn accept(&self, email: &str) -> (Client, Me) {
        let token = token_of(&self.mail_to(email).await);
        let api = self.client();
        let body = AcceptInvite {
            token,
            first_name: "Casey".to_owned(),
            last_name: "Comer".to_owned(),
            password: password(),
        };
        let session = api.accept_invite(&body, &key()).await.expect("accepts");
        (api, session.me)
    }
}

impl Staff {
    /// The partner.
    pub fn partner(&self) -> PartnerId {
        self.me.place().expect("a place").partner.id
    }

    /// The place.
    pub fn place(&self) -> PlaceId {
        self.me.place_id.expect("a place")
    }
}

/// Company Info that keeps the rules.
pub fn company_info(name: &str) -> CompanyInfo {
    CompanyInfo {
        name: name.to_owned(),
        address_line1: "1 Harbour Street".to_owned(),
        address_line2: None,
        city: "Portland".to_owned(),
        region: Some("Maine".to_owned()),
        postal_code: Some("04101".to_owned()),
        country: "US".to_owned(),
        time_zone: "America/New_York".to_owned(),
        reply_to: "office@client.example".to_owned(),
        website: "https://www.client.example".to_owned(),
    }
}
