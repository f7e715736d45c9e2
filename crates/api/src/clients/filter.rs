//! Which clients of those that a caller sees are wanted.

use super::parts::Part;
use super::visible::{of_their_own, visible, visible_deleted};
use crate::extract::{Caller, part};
use crate::invites::kind_str;
use crate::onboarding;
use crate::refusal::Refusal;
use actix_web::HttpRequest;
use actix_web::web::Query;
use gangway_domain::ids::{PlaceId, TechGroupId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::Permission;
use gangway_domain::values::CompanyName;
use gangway_domain::wire::{ClientState, InviteKind};
use gangway_entities::client::{Column, Entity};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::{client, client_staff, client_tech_group, contact, invite};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, SelectStatement};
use sea_orm::{
    ColumnTrait as _, Condition, QueryFilter as _, QuerySelect as _, QueryTrait as _, Select,
};
use serde::Deserialize;

/// What is asked for besides a search.
#[derive(Deserialize)]
pub(super) struct Filter {
    state: Option<ClientState>,
    account_manager: Option<PlaceId>,
    engineer: Option<PlaceId>,
    group: Option<TechGroupId>,
    mine: Option<bool>,
    test: Option<bool>,
    deleted: Option<bool>,
    pub sort: Option<String>,
}

impl Filter {
    pub fn of(request: &HttpRequest) -> Result<Self, Refusal> {
        let read = Query::<Self>::from_query(request.query_string());
        read.map(Query::into_inner).map_err(|_| {
            let words = "state is not_invited, invited, setting_up or active; account_manager, engineer and group are ids; mine, test and deleted are true or false.";
            Refusal::new(ProblemCode::BadParameter, words)
        })
    }

    /// The wanted clients.
    pub fn wanted(&self, caller: &Caller, q: Option<&str>) -> Result<Select<Entity>, Refusal> {
        let mut rows = if self.deleted == Some(true) {
            caller.require(Permission::DeleteClients)?;
            visible_deleted(caller)
        } else {
            visible(caller)
        };
        if let Some(state) = self.state {
            rows = this_far(rows, caller, state);
        }
        for (place, part) in [
            (self.account_manager, Part::AccountManager),
            (self.engineer, Part::Engineer),
        ] {
            if let Some(place) = place {
                rows = rows.filter(Column::Id.in_subquery(in_the_hands_of(caller, place, part)));
            }
        }
        if let Some(group) = self.group {
            rows = rows.filter(Column::Id.in_subquery(looked_after_by(caller, group)));
        }
        if self.mine == Some(true) {
            rows = rows.filter(of_their_own(caller));
        }
        if let Some(test) = self.test {
            rows = rows.filter(Column::IsTest.eq(test));
        }
        Ok(match q {
            None => rows,
            Some(q) => rows.filter(found_by(caller, q)),
        })
    }
}

fn this_far(rows: Select<Entity>, caller: &Caller, state: ClientState) -> Select<Entity> {
    let that_far = onboarding::clients_that_are(caller.partner, state);
    let rows = rows.filter(Column::Id.in_subquery(that_far));
    match state {
        ClientState::Invited => rows.filter(Expr::exists(invitations(caller))),
        ClientState::NotInvited => rows.filter(Expr::exists(invitations(caller)).not()),
        ClientState::SettingUp | ClientState::Active => rows,
    }
}

fn invitations(caller: &Caller) -> SelectStatement {
    let of_client =
        Expr::col((invite::Entity, invite::Column::ClientId)).equals((client::Entity, Column::Id));
    invite::Entity::of(caller.partner)
        .select_only()
        .column(invite::Column::Id)
        .filter(of_client)
        .filter(invite::Column::Kind.eq(kind_str(InviteKind::ClientSetup)))
        .into_query()
}

fn in_the_hands_of(caller: &Caller, place: PlaceId, part: Part) -> SelectStatement {
    use client_staff::{Column, Entity};
    Entity::of(caller.partner)
        .select_only()
        .column(Column::ClientId)
        .filter(Column::PlaceId.eq(place.0))
        .filter(Column::Part.eq(part.as_str()))
        .into_query()
}

fn looked_after_by(caller: &Caller, group: TechGroupId) -> SelectStatement {
    use client_tech_group::{Column, Entity};
    Entity::of(caller.partner)
        .select_only()
        .column(Column::ClientId)
        .filter(Column::GroupId.eq(group.0))
        .into_query()
}

/// Parts of its name, of the invited address, and of the names and addresses of its contacts.
fn found_by(caller: &Caller, q: &str) -> Condition {
    let lower = q.to_lowercase();
    Condition::any()
        .add(Column::SortName.like(part(&folded(q))))
        .add(Column::ContactEmail.like(part(&lower)))
        .add(Column::Id.in_subquery(contacts_like(caller, &lower)))
}

fn contacts_like(caller: &Caller, lower: &str) -> SelectStatement {
    use contact::{Column, Entity};
    let named = |name: Column| Expr::expr(Func::lower(Expr::col(name))).like(part(lower));
    Entity::of(caller.partner)
        .select_only()
        .column(Column::ClientId)
        .filter(
            Condition::any()
                .add(Column::Email.like(part(lower)))
                .add(named(Column::LastName))
                .add(named(Column::FirstName)),
        )
        .into_query()
}

/// In the form in which names are compared.
fn folded(q: &str) -> String {
    CompanyName::parse(q).map_or_else(|_| q.to_lowercase(), |name| name.folded())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_folded_like_a_name() {
        assert_eq!(folded("  ACME   Widgets "), "acme widgets");
    }
}
