//! The statements, as PostgreSQL logs them with `log_statement=all`. `$n` works on both databases.

/// Clients with what is shown of them.
pub const CLIENTS: &str = "select clients.id, clients.partner_id, clients.name, clients.name_key, \
    clients.contact_email, clients.created_by, clients.address_line1, clients.address_line2, clients.city, \
    clients.region, clients.postal_code, clients.country, clients.time_zone, clients.reply_to, \
    clients.website, clients.application_key, clients.created_at, clients.updated_at, clients.version, \
    clients.email, clients.phone, clients.is_test, clients.deleted_at, clients.sort_name, \
    onboardings.credentials, onboardings.company_info, onboardings.enable_sms, \
    onboardings.enable_application, onboardings.invite_team, onboardings.finished_at, \
    number_orders.phone_number, places.first_name, places.last_name, places.email, \
    manager.first_name, manager.last_name, manager.email, contacts.email, \
    (select invites.id from invites where invites.partner_id = clients.partner_id \
    and invites.client_id = clients.id and invites.kind = $1 order by invites.created_at desc limit $2) \
    from clients \
    left join onboardings on clients.partner_id = onboardings.partner_id \
    and clients.id = onboardings.client_id \
    left join number_orders on clients.partner_id = number_orders.partner_id \
    and clients.id = number_orders.client_id and number_orders.state = $3 \
    left join places on clients.partner_id = places.partner_id and clients.created_by = places.id \
    left join client_staff on clients.partner_id = client_staff.partner_id \
    and clients.id = client_staff.client_id and client_staff.part = 'account_manager' \
    left join places manager on client_staff.partner_id = manager.partner_id \
    and client_staff.place_id = manager.id \
    left join contacts on clients.partner_id = contacts.partner_id \
    and clients.id = contacts.client_id and contacts.kind = 'primary' \
    where clients.deleted_at is null and clients.partner_id = $4";

/// What creating a client says to the database, in order; [`crate::write::values`] gives the values.
/// Rows that Gangway reads in between are read and thrown away.
pub const WRITES: [&str; 24] = [
    "update idempotency_keys set body_hash = $1, status = $2, created_at = $3 \
     where principal = $4 and operation = $5 and idempotency_key = $6 and created_at <= $7",
    "insert into idempotency_keys (principal, operation, idempotency_key, body_hash, status, location, \
     body, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8) \
     on conflict (principal, operation, idempotency_key) do nothing",
    "select principal, operation, idempotency_key, body_hash, status, location, body, created_at \
     from idempotency_keys where principal = $1 and operation = $2 and idempotency_key = $3 limit 1",
    "insert into clients (id, partner_id, name, name_key, contact_email, created_by, address_line1, \
     address_line2, city, region, postal_code, country, time_zone, reply_to, website, application_key, \
     created_at, updated_at, version, is_test, sort_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, \
     $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, false, $20)",
    "insert into sites (id, partner_id, client_id, name, name_key, is_headquarters, position, \
     address_line1, address_line2, city, region, postal_code, country, time_zone) \
     values ($1, $2, $3, $4, $5, true, $6, $7, $8, $9, $10, $11, $12, $13)",
    "insert into onboardings (client_id, partner_id, credentials, company_info, enable_sms, \
     enable_application, invite_team, draft, draft_saved_at, finished_at, updated_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    EVENT,
    "insert into places (id, partner_id, client_id, scope_id, person_id, email, first_name, last_name, \
     role, state, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
     $12, $13) returning id, partner_id, client_id, scope_id, person_id, email, first_name, last_name, \
     role, state, created_at, updated_at, version",
    LIMIT,
    LIMIT,
    LIMIT,
    "insert into mails (id, partner_id, message, subject_id, recipient, state, detail, created_at, \
     sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    "insert into jobs (id, kind, version, partner_id, payload, unique_key, state, run_at, attempts, \
     lease_token, lease_expires_at, last_error, created_at, finished_at) values ($1, $2, $3, $4, $5, $6, \
     $7, $8, $9, $10, $11, $12, $13, $14) on conflict (unique_key) do nothing",
    "insert into invites (id, partner_id, kind, email, role, client_id, place_id, invited_by, \
     partner_link_id, generation, first_name, last_name, mail_id, created_at, sent_at, expires_at, \
     opened_at, accepted_at, accepted_by, revoked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
     $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) returning id, partner_id, kind, email, role, \
     client_id, place_id, invited_by, partner_link_id, generation, first_name, last_name, mail_id, \
     created_at, sent_at, expires_at, opened_at, accepted_at, accepted_by, revoked_at",
    "insert into links (token_hash, purpose, subject_id, generation, created_at) \
     values ($1, $2, $3, $4, $5) on conflict (token_hash) do nothing",
    "update invites set first_name = $1, last_name = $2 where partner_id = $3 and id = $4",
    EVENT,
    "update idempotency_keys set status = $1, location = $2, body = $3 \
     where principal = $4 and operation = $5 and idempotency_key = $6",
    "select id, partner_id, client_id, person_id, place_id, actor, kind, subject_id, data, changes, \
     request_id, address, user_agent, created_at, sequence, previous_hash, hash, api_key_id \
     from events where hash is null",
    // Locks the head of the chain on both databases; Gangway reads it for update.
    "update event_chains set last_sequence = last_sequence where id = $1",
    "select id, last_sequence, last_hash from event_chains where id = $1",
    SEAL,
    SEAL,
    "update event_chains set last_sequence = last_sequence + 2, last_hash = $1 where id = $2",
];

const EVENT: &str = "insert into events (id, partner_id, client_id, person_id, place_id, actor, kind, \
    subject_id, data, changes, request_id, address, user_agent, created_at, sequence, previous_hash, hash, \
    api_key_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

const SEAL: &str = "update events set sequence = (select last_sequence + $1 from event_chains \
    where id = $2), previous_hash = $3, hash = $4 where id = $5 and hash is null";

const LIMIT: &str = "insert into limit_buckets (bucket, full_at_ms) values ($1, $2) on conflict (bucket) \
    do update set full_at_ms = (case when limit_buckets.full_at_ms > $3 then limit_buckets.full_at_ms \
    else $4 end) + $5 where (case when limit_buckets.full_at_ms > $6 then limit_buckets.full_at_ms \
    else $7 end) + $8 <= $9";
