-- A key of a partner's own programs. Only the SHA-256 of the whole key is here. scopes are parted by
-- blanks. It acts as long as the place that made it may.
create table api_keys (
    id $uuid primary key,
    partner_id $uuid not null references partners (id),
    name text not null,
    secret_hash text not null unique,
    last_four text not null,
    scopes text not null,
    created_by $uuid not null,
    created_at $time not null,
    expires_at $time,
    last_used_at $time,
    revoked_at $time,
    unique (partner_id, id),
    foreign key (partner_id, created_by) references places (partner_id, id)
);
create index api_keys_in_order on api_keys (partner_id, created_at, id);

alter table sessions add column address text;
alter table sessions add column user_agent text;

alter table events add column api_key_id $uuid;
