//! Who may do what, as tables.

#[cfg(test)]
mod tests {
    use gangway_domain::roles::{ClientReach, Permission, Role, StaffRole};
    use std::fmt::Write as _;

    #[test]
    fn a09_to_a12_every_permission_and_every_role() {
        let mut table = format!("{:<20}", "permission");
        for role in Role::ALL {
            let _ = write!(table, "{:<22}", role.as_str());
        }
        table.truncate(table.trim_end().len());
        for permission in Permission::ALL {
            let _ = write!(table, "\n{:<20}", permission.scope());
            for role in Role::ALL {
                let _ = write!(
                    table,
                    "{:<22}",
                    if role.may(*permission) { "yes" } else { "-" }
                );
            }
            table.truncate(table.trim_end().len());
        }
        let _ = write!(table, "\n{:<20}", "sees of the clients");
        for role in Role::ALL {
            let reach = match role.client_reach() {
                ClientReach::All => "all",
                ClientReach::Created => "those it created",
                ClientReach::Assigned => "those it is assigned",
                ClientReach::Own => "its own",
            };
            let _ = write!(table, "{reach:<22}");
        }
        table.truncate(table.trim_end().len());
        insta::assert_snapshot!("roles", table);
    }

    #[test]
    fn tn_10_every_role_and_the_roles_it_may_give() {
        let mut table = format!("{:<16}", "may give");
        for role in StaffRole::ALL {
            let _ = write!(table, "{:<15}", role.as_str());
        }
        for own in StaffRole::ALL {
            table.truncate(table.trim_end().len());
            let _ = write!(table, "\n{:<16}", own.as_str());
            for role in StaffRole::ALL {
                let _ = write!(
                    table,
                    "{:<15}",
                    if own.may_grant(role) { "yes" } else { "-" }
                );
            }
        }
        table.truncate(table.trim_end().len());
        insta::assert_snapshot!("grants", table);
        for own in StaffRole::ALL {
            for role in StaffRole::ALL {
                assert!(
                    !own.may_grant(role) || own <= role,
                    "{own:?} gives {role:?}"
                );
            }
        }
    }

    #[test]
    fn ak_02_no_key_makes_keys_users_or_sessions_and_none_has_more_than_its_maker() {
        let closed: Vec<&str> = Permission::ALL
            .iter()
            .filter(|permission| !permission.for_keys())
            .map(|permission| permission.scope())
            .collect();
        let wanted = [
            "users:write",
            "client_users:write",
            "sessions:write",
            "api_keys:write",
        ];
        assert_eq!(closed, wanted);
        for maker in Permission::ManageApiKeys.roles() {
            for permission in Permission::ALL {
                assert!(maker.may(*permission), "{maker:?} {permission:?}");
            }
        }
        for permission in Permission::ALL {
            let known = Permission::of_key_scope(permission.scope());
            assert_eq!(known.is_some(), permission.for_keys());
            assert!(permission.purpose().ends_with('.') && !permission.purpose().starts_with(' '));
        }
    }

    #[test]
    fn scopes_are_nouns_and_verbs_each_its_own() {
        let mut seen: Vec<&str> = Permission::ALL.iter().map(|one| one.scope()).collect();
        for scope in &seen {
            let (noun, verb) = scope.split_once(':').expect("noun:verb");
            assert!(
                !noun.is_empty() && matches!(verb, "read" | "write" | "create"),
                "{scope}"
            );
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), Permission::ALL.len());
        for permission in Permission::ALL {
            assert_eq!(Permission::of_scope(permission.scope()), Some(*permission));
        }
    }
}
