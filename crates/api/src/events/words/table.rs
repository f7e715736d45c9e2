//! The words of each kind of event, in the order of the kinds.

/// What was done. `{name}` and the like stand for facts of the event; without the fact the second
/// words are said.
pub(super) const WORDS: &[(&str, &str, &str)] = &[
    (
        "api_key.created",
        "made the API key {name}",
        "made an API key",
    ),
    (
        "api_key.revoked",
        "revoked the API key {name}",
        "revoked an API key",
    ),
    (
        "client.changed",
        "changed the company settings of {name}",
        "changed the company settings",
    ),
    ("client.created", "made the client {name}", "made a client"),
    (
        "client.deleted",
        "deleted the client {name}",
        "deleted a client",
    ),
    (
        "client.engineer_assigned",
        "made {name} an engineer",
        "assigned an engineer",
    ),
    (
        "client.engineer_removed",
        "removed {name} from the engineers",
        "removed an engineer",
    ),
    (
        "client.logo_removed",
        "removed the logo of {name}",
        "removed a logo",
    ),
    ("client.logo_set", "set the logo of {name}", "set a logo"),
    (
        "client.record_changed",
        "changed the record of {name}",
        "changed the record of a client",
    ),
    (
        "client.removed",
        "removed the client {name} for ever",
        "removed a client for ever",
    ),
    (
        "client.restored",
        "restored the client {name}",
        "restored a client",
    ),
    (
        "client_import.cancelled",
        "stopped the import of {file}",
        "stopped an import",
    ),
    (
        "client_import.checked",
        "had {file} checked for an import",
        "had a list checked for an import",
    ),
    (
        "client_import.confirmed",
        "began to import {file}",
        "began an import",
    ),
    (
        "client_import.finished",
        "imported {file}",
        "imported a list",
    ),
    (
        "client_import.matched",
        "said what the columns of {file} are",
        "said what the columns of a list are",
    ),
    (
        "client_import.progressed",
        "went on with {file}",
        "went on with an import",
    ),
    (
        "client_import.refused",
        "uploaded {file}, which cannot be imported",
        "uploaded a list that cannot be imported",
    ),
    (
        "client_import.row_corrected",
        "corrected a row of {file}",
        "corrected a row of an import",
    ),
    (
        "client_import.tidied",
        "removed what was kept of {file}",
        "removed what was kept of a list",
    ),
    (
        "client_import.undo_begun",
        "began to undo the import of {file}",
        "began to undo an import",
    ),
    (
        "client_import.undone",
        "undid the import of {file}",
        "undid an import",
    ),
    (
        "client_import.uploaded",
        "uploaded {file} to import it",
        "uploaded a list to import it",
    ),
    (
        "consent.ended",
        "ended consent of {number} to be texted",
        "ended consent to be texted",
    ),
    (
        "consent.given",
        "recorded consent of {number} to be texted",
        "recorded consent to be texted",
    ),
    (
        "consent.restored",
        "restored consent of {number} to be texted",
        "restored consent to be texted",
    ),
    (
        "consent_wording.written",
        "wrote version {version} of the words customers agree to",
        "wrote new words that customers agree to",
    ),
    (
        "conversation.changed",
        "changed a conversation",
        "changed a conversation",
    ),
    (
        "custom_field.archived",
        "archived the field {name}",
        "archived a field",
    ),
    (
        "custom_field.changed",
        "changed the field {name}",
        "changed a field",
    ),
    (
        "custom_field.created",
        "made the field {name}",
        "made a field",
    ),
    (
        "custom_field.ordered",
        "put the fields in another order",
        "put the fields in another order",
    ),
    (
        "email_change.requested",
        "asked for another email address",
        "asked for another email address",
    ),
    (
        "handover.made",
        "sent the application code to {email}",
        "made a link to hand over the application code",
    ),
    (
        "installation.check_asked",
        "asked whether the application code is on {page}",
        "asked whether the application code is on the website",
    ),
    (
        "installation.checked",
        "looked for the application code on {page}",
        "looked for the application code on the website",
    ),
    (
        "installation.first_called",
        "used the application on {origin} for the first time",
        "used the application for the first time",
    ),
    (
        "invite.accepted",
        "accepted the invitation to {email}",
        "accepted an invitation",
    ),
    (
        "invite.link_copied",
        "copied the invitation link for {email}",
        "copied an invitation link",
    ),
    (
        "invite.names_saved",
        "began to fill in the invitation to {email}",
        "began to fill in an invitation",
    ),
    (
        "invite.opened",
        "opened the invitation to {email}",
        "opened an invitation",
    ),
    (
        "invite.renewed",
        "asked for a new link for {email}",
        "asked for a new invitation link",
    ),
    (
        "invite.resent",
        "sent the invitation to {email} again",
        "sent an invitation again",
    ),
    (
        "invite.revoked",
        "took back the invitation to {email}",
        "took back an invitation",
    ),
    ("invite.sent", "invited {email}", "sent an invitation"),
    ("message.received", "texted a client", "texted a client"),
    ("message.sent", "sent a text", "sent a text"),
    (
        "message.state_changed",
        "passed on that a text is {state}",
        "passed on how far a text is",
    ),
    (
        "message.status_not_known",
        "passed on a word about a text that Gangway does not know: {word}",
        "passed on a word about a text that Gangway does not know",
    ),
    (
        "onboarding.draft_saved",
        "filled in the set-up",
        "filled in the set-up",
    ),
    (
        "onboarding.finished",
        "finished the set-up",
        "finished the set-up",
    ),
    (
        "onboarding.step_completed",
        "completed the step {step}",
        "completed a step of the set-up",
    ),
    (
        "onboarding.step_skipped",
        "left the step {step} for later",
        "left a step of the set-up for later",
    ),
    (
        "partner.changed",
        "changed the settings",
        "changed the settings",
    ),
    (
        "partner.created",
        "opened the account {name}",
        "opened the account",
    ),
    (
        "partner.email_checked",
        "delivered a test email",
        "delivered a test email",
    ),
    (
        "partner.resumed",
        "let the account go on",
        "let the account go on",
    ),
    (
        "partner.suspended",
        "suspended the account",
        "suspended the account",
    ),
    (
        "partner_link.created",
        "made a shareable link",
        "made a shareable link",
    ),
    (
        "partner_link.revoked",
        "took back a shareable link",
        "took back a shareable link",
    ),
    (
        "password_reset.requested",
        "asked for a new password",
        "asked for a new password",
    ),
    (
        "person.email_changed",
        "changed the email address",
        "changed the email address",
    ),
    (
        "person.password_changed",
        "set a new password",
        "set a new password",
    ),
    (
        "person.signed_out_elsewhere",
        "signed out everywhere else",
        "signed out everywhere else",
    ),
    (
        "quick_reply.changed",
        "changed the quick reply {name}",
        "changed a quick reply",
    ),
    (
        "quick_reply.created",
        "made the quick reply {name}",
        "made a quick reply",
    ),
    (
        "quick_reply.deleted",
        "deleted the quick reply {name}",
        "deleted a quick reply",
    ),
    (
        "schedule.changed",
        "changed the schedule {name}",
        "changed a schedule",
    ),
    (
        "schedule.created",
        "made the schedule {name}",
        "made a schedule",
    ),
    (
        "schedule.deleted",
        "deleted the schedule {name}",
        "deleted a schedule",
    ),
    (
        "second_factor.disabled",
        "switched the second factor off",
        "switched the second factor off",
    ),
    (
        "second_factor.enabled",
        "switched the second factor on",
        "switched the second factor on",
    ),
    (
        "second_factor.recovery_code_used",
        "used a recovery code",
        "used a recovery code",
    ),
    (
        "second_factor.recovery_codes_made",
        "made new recovery codes",
        "made new recovery codes",
    ),
    (
        "second_factor.set_up_begun",
        "began to set up the second factor",
        "began to set up the second factor",
    ),
    ("session.ended", "signed out", "signed out"),
    ("session.opened", "signed in", "signed in"),
    (
        "session.proven",
        "entered the password again",
        "entered the password again",
    ),
    (
        "session.refresh_token_reused",
        "was signed out: a used session came back",
        "was signed out: a used session came back",
    ),
    (
        "sign_up.confirmed",
        "confirmed the sign-up",
        "confirmed the sign-up",
    ),
    ("sign_up.requested", "signed up", "signed up"),
    (
        "sms_number.assigned",
        "assigned the number {number}",
        "assigned a number",
    ),
    ("sms_number.ordered", "ordered a number", "ordered a number"),
    (
        "tech_group.changed",
        "changed the group {name}",
        "changed a group",
    ),
    (
        "tech_group.created",
        "made the group {name}",
        "made a group",
    ),
    (
        "tech_group.deleted",
        "deleted the group {name}",
        "deleted a group",
    ),
    (
        "test_email.queued",
        "sent a test email to {email}",
        "sent a test email",
    ),
    (
        "texting_settings.changed",
        "changed the texting settings",
        "changed the texting settings",
    ),
    (
        "user.deactivated",
        "deactivated {name}",
        "deactivated a user",
    ),
    (
        "user.invited",
        "invited {email} as {role}",
        "invited a user",
    ),
    (
        "user.reactivated",
        "reactivated {name}",
        "reactivated a user",
    ),
    (
        "user.role_changed",
        "made {name} {to}",
        "changed the role of a user",
    ),
    (
        "user.signed_out",
        "signed {name} out everywhere",
        "signed a user out everywhere",
    ),
    (
        "widget.changed",
        "changed how the application looks",
        "changed how the application looks",
    ),
    (
        "widget_application.changed",
        "changed when visitors see {name}",
        "changed when visitors see an application",
    ),
];
