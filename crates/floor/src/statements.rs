//! The statements, as `GANGWAY_LOG=sqlx=debug` shows them. `$n` works on both databases.

pub const CLIENT: &str = "id, partner_id, name, name_key, contact_email, created_by, address_line1, \
    address_line2, city, region, postal_code, country, time_zone, reply_to, website, application_key, \
    created_at, updated_at, version";
pub const ONBOARDING: &str = "client_id, partner_id, credentials, company_info, enable_sms, \
    enable_application, invite_team, draft, draft_saved_at, finished_at, updated_at";
pub const NUMBER: &str = "id, partner_id, client_id, state, phone_number, phone_number_sid, detail, \
    reference, ordered_at, assigned_at, updated_at";
pub const INVITE: &str = "id, partner_id, kind, email, role, client_id, place_id, invited_by, \
    partner_link_id, generation, first_name, last_name, mail_id, created_at, sent_at, expires_at, \
    opened_at, accepted_at, accepted_by, revoked_at";
pub const PLACE: &str = "id, partner_id, client_id, scope_id, person_id, email, first_name, last_name, \
    role, state, created_at, updated_at, version";

/// `select … from …`.
pub fn from(columns: &str, table: &str) -> String {
    format!("select {columns} from {table}")
}

/// ` where partner_id = $1 and column in ($2, …)`, and more.
pub fn one_of(column: &str, count: usize, more: &str) -> String {
    let names: Vec<String> = (2..2 + count).map(|n| format!("${n}")).collect();
    format!(
        " where partner_id = $1 and {column} in ({}){more}",
        names.join(", ")
    )
}

/// What creating a client writes, in order; [`crate::write::values`] gives the values.
pub const WRITES: [&str; 12] = [
    "update idempotency_keys set body_hash = $1, status = $2, created_at = $3 \
     where principal = $4 and operation = $5 and idempotency_key = $6 and created_at <= $7",
    "insert into idempotency_keys (principal, operation, idempotency_key, body_hash, status, location, \
     body, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8) \
     on conflict (principal, operation, idempotency_key) do nothing",
    "select principal, operation, idempotency_key, body_hash, status, location, body, created_at \
     from idempotency_keys where principal = $1 and operation = $2 and idempotency_key = $3 limit 1",
    "insert into clients (id, partner_id, name, name_key, contact_email, created_by, address_line1, \
     address_line2, city, region, postal_code, country, time_zone, reply_to, website, application_key, \
     created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
     $14, $15, $16, $17, $18, $19)",
    "insert into onboardings (client_id, partner_id, credentials, company_info, enable_sms, \
     enable_application, invite_team, draft, draft_saved_at, finished_at, updated_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    EVENT,
    "insert into places (id, partner_id, client_id, scope_id, person_id, email, first_name, last_name, \
     role, state, created_at, updated_at, version) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id",
    "insert into mails (id, partner_id, message, subject_id, recipient, state, detail, created_at, \
     sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    "insert into jobs (id, kind, version, partner_id, payload, unique_key, state, run_at, attempts, \
     lease_token, lease_expires_at, last_error, created_at, finished_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
     on conflict (unique_key) do nothing",
    "insert into invites (id, partner_id, kind, email, role, client_id, place_id, invited_by, \
     partner_link_id, generation, first_name, last_name, mail_id, created_at, sent_at, expires_at, \
     opened_at, accepted_at, accepted_by, revoked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
     $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) returning id",
    "insert into links (token_hash, purpose, subject_id, generation, created_at) \
     values ($1, $2, $3, $4, $5) on conflict (token_hash) do nothing",
    EVENT,
];

const EVENT: &str = "insert into events (id, partner_id, client_id, person_id, kind, subject_id, data, \
    request_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
