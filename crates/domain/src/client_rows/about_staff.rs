use super::check::Check;
use super::column::Column;
use super::fault::{FaultCode, shown};
use crate::values::EmailAddress;

impl Check<'_> {
    /// The address of a member of the team. Who belongs to another partner is as unknown as nobody.
    pub(super) fn account_manager(&mut self) -> Option<EmailAddress> {
        let column = Column::AccountManager;
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let email = EmailAddress::parse(text).ok();
        if let Some(email) = email.filter(|email| self.known.has_staff(email)) {
            self.stored(column, email.as_str());
            return Some(email);
        }
        self.refuse(
            column,
            FaultCode::UnknownUser,
            "Nobody in your team has this address.",
            "Enter the email address of a member of your team, or invite them first.",
        );
        None
    }

    /// The groups, with commas between their names, each once.
    pub(super) fn tech_groups(&mut self) -> Vec<String> {
        let column = Column::TechGroups;
        let mut groups: Vec<String> = Vec::new();
        let names = self.text(column).split(',').map(str::trim);
        for name in names.filter(|name| !name.is_empty()) {
            match self.known.group(name) {
                Some(group) if groups.iter().any(|known| known == group) => {}
                Some(group) => groups.push(group.to_owned()),
                None => self.refuse(
                    column,
                    FaultCode::UnknownGroup,
                    format!("There is no group named {}.", shown(name)),
                    "Enter the names of your groups with commas between them, or create the group first.",
                ),
            }
        }
        self.stored(column, &groups.join(","));
        groups
    }
}
