-- The key that seals the secrets of one owner, a partner or a person, itself sealed by the master key.
create table data_keys (
    id $uuid primary key,
    owner_id $uuid not null unique,
    master_key_id text not null,
    wrapped text not null,
    created_at $time not null
);

-- What a person's authenticator app shares with Gangway, sealed. It counts once it is confirmed.
-- last_step is the time step of the last code that was accepted, so that none is accepted twice.
create table second_factors (
    person_id $uuid primary key references people (id),
    secret text not null,
    confirmed_at $time,
    last_step bigint not null,
    created_at $time not null
);

-- Codes for when the app is not at hand, each good once. Only an HMAC of each is here.
create table recovery_codes (
    id $uuid primary key,
    person_id $uuid not null references people (id),
    code_hash text not null,
    used_at $time,
    unique (person_id, code_hash)
);

-- A new email address that waits for the link mailed to it.
create table email_changes (
    id $uuid primary key,
    person_id $uuid not null references people (id),
    email text not null,
    created_at $time not null,
    expires_at $time not null,
    used_at $time,
    revoked_at $time
);
create index email_changes_of_person on email_changes (person_id);

-- One row once the first partner was made with the token from the console; never removed.
create table first_set_ups (
    id integer primary key,
    set_up_at $time not null
);

-- When the session's person last proved who they are.
alter table sessions add column proven_at $time;
update sessions set proven_at = created_at;
