-- The tenant. Everything that belongs to a partner carries partner_id, first in its keys.
create table partners (
    id $uuid primary key,
    name text not null,
    it_glue_address text,
    support_name text,
    support_email text,
    support_phone text,
    reply_to text,
    clients_word text not null,
    services_note text,
    email_checked_at $time,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null
);

-- A person, known by one canonical email across all partners.
create table people (
    id $uuid primary key,
    email text not null unique,
    first_name text not null,
    last_name text not null,
    password_hash text,
    last_place_id $uuid,
    last_sign_in_at $time,
    created_at $time not null,
    updated_at $time not null
);

create table clients (
    id $uuid primary key,
    partner_id $uuid not null references partners (id),
    name text,
    name_key text,
    contact_email text,
    created_by $uuid,
    address_line1 text,
    address_line2 text,
    city text,
    region text,
    postal_code text,
    country text,
    time_zone text,
    reply_to text,
    website text,
    application_key text not null unique,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, id),
    unique (partner_id, name_key)
);

-- A role held at a partner (client_id is null) or at one of its clients. scope_id is whichever of
-- the two it is at, so that one address holds one place there.
create table places (
    id $uuid primary key,
    partner_id $uuid not null references partners (id),
    client_id $uuid,
    scope_id $uuid not null,
    person_id $uuid references people (id),
    email text not null,
    first_name text,
    last_name text,
    role text not null,
    state text not null,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, id),
    unique (partner_id, scope_id, email),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
create index places_of_person on places (person_id);
create index places_in_order on places (partner_id, scope_id, created_at, id);

create table partner_links (
    id $uuid primary key,
    partner_id $uuid not null references partners (id),
    created_by $uuid,
    uses integer not null,
    created_at $time not null,
    revoked_at $time,
    unique (partner_id, id)
);

create table invites (
    id $uuid primary key,
    partner_id $uuid not null references partners (id),
    kind text not null,
    email text not null,
    role text not null,
    client_id $uuid,
    place_id $uuid,
    invited_by $uuid,
    partner_link_id $uuid,
    generation integer not null,
    first_name text,
    last_name text,
    mail_id $uuid,
    created_at $time not null,
    sent_at $time not null,
    expires_at $time not null,
    opened_at $time,
    accepted_at $time,
    accepted_by $uuid references people (id),
    revoked_at $time,
    unique (partner_id, id),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, place_id) references places (partner_id, id)
);
create index invites_in_order on invites (partner_id, kind, created_at, id);
create index invites_of_client on invites (partner_id, client_id);
create index invites_of_place on invites (partner_id, place_id);

create table sign_ups (
    id $uuid primary key,
    company_name text not null,
    first_name text not null,
    last_name text not null,
    email text not null,
    it_glue_address text,
    created_at $time not null,
    expires_at $time not null,
    confirmed_at $time
);

create table password_resets (
    id $uuid primary key,
    person_id $uuid not null references people (id),
    created_at $time not null,
    expires_at $time not null,
    used_at $time,
    revoked_at $time
);
create index password_resets_of_person on password_resets (person_id);

create table handovers (
    id $uuid primary key,
    partner_id $uuid not null references partners (id),
    client_id $uuid not null,
    created_by $uuid not null,
    email text,
    created_at $time not null,
    expires_at $time not null,
    foreign key (partner_id, client_id) references clients (partner_id, id)
);

-- What a link's token opens. Only the token's SHA-256 is here. A subject's older generations stay, so
-- that an old link can say that a newer one was sent.
create table links (
    token_hash text primary key,
    purpose text not null,
    subject_id $uuid not null,
    generation integer not null,
    created_at $time not null
);
create index links_of_subject on links (subject_id);

create table sessions (
    id $uuid primary key,
    person_id $uuid not null references people (id),
    generation integer not null,
    rotated_at $time not null,
    created_at $time not null,
    last_used_at $time not null,
    expires_at $time not null,
    ended_at $time,
    end_reason text
);
create index sessions_of_person on sessions (person_id);

-- How far a client's set-up is, one row per client.
create table onboardings (
    client_id $uuid primary key,
    partner_id $uuid not null,
    credentials text not null,
    company_info text not null,
    enable_sms text not null,
    enable_application text not null,
    invite_team text not null,
    draft text not null,
    draft_saved_at $time,
    finished_at $time,
    updated_at $time not null,
    foreign key (partner_id, client_id) references clients (partner_id, id)
);

-- One order per client; phone_number is written before anything is bought.
create table number_orders (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    state text not null,
    phone_number text,
    phone_number_sid text,
    detail text,
    reference text,
    ordered_at $time not null,
    assigned_at $time,
    updated_at $time not null,
    unique (partner_id, client_id),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);

create table mails (
    id $uuid primary key,
    partner_id $uuid references partners (id),
    message text not null,
    subject_id $uuid not null,
    recipient text not null,
    state text not null,
    detail text,
    created_at $time not null,
    sent_at $time
);
create index mails_in_order on mails (partner_id, created_at);

create table jobs (
    id $uuid primary key,
    kind text not null,
    version integer not null,
    partner_id $uuid,
    payload text not null,
    unique_key text unique,
    state text not null,
    run_at $time not null,
    attempts integer not null,
    lease_token $uuid,
    lease_expires_at $time,
    last_error text,
    created_at $time not null,
    finished_at $time
);
create index jobs_due on jobs (state, run_at);

-- The spine: what happened, recorded in the transaction in which it happened.
create table events (
    id $uuid primary key,
    partner_id $uuid,
    client_id $uuid,
    person_id $uuid,
    kind text not null,
    subject_id $uuid not null,
    data $json not null,
    request_id text,
    created_at $time not null
);
create index events_in_order on events (partner_id, created_at);

create table idempotency_keys (
    principal text not null,
    operation text not null,
    idempotency_key text not null,
    body_hash text not null,
    status integer not null,
    location text,
    body text not null,
    created_at $time not null,
    primary key (principal, operation, idempotency_key)
);

create table heartbeats (
    name text primary key,
    beat_at $time not null
);
