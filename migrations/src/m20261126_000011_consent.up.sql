-- Who agreed to be texted, and who asked not to be, by whom and with which words. It is only ever added
-- to. sequence counts the entries of one pair of numbers; standing and standing_since are what holds after
-- the entry, so that the last one alone answers. A message is named without a foreign key: the entry
-- stays when the message goes.
create table consents (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    company_number text not null,
    customer_number text not null,
    sequence bigint not null,
    kind text not null,
    source text not null,
    standing text not null,
    standing_since $time not null,
    wording text,
    wording_version text,
    page text,
    address text,
    user_agent text,
    message_id $uuid,
    recorded_by $uuid,
    at $time not null,
    unique (partner_id, id),
    unique (partner_id, client_id, company_number, customer_number, sequence),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, recorded_by) references places (partner_id, id)
);
create index consents_in_order on consents (partner_id, client_id, at, id);
create index consents_of_customer on consents (partner_id, client_id, customer_number, at, id);

-- The words customers agree to, version by version. Without a row the default is used.
create table consent_wordings (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    version bigint not null,
    text text not null,
    made_by $uuid,
    created_at $time not null,
    unique (partner_id, id),
    unique (partner_id, client_id, version),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, made_by) references places (partner_id, id)
);

-- Minutes are counted from midnight on the recipient's clock; from and until alike is no quiet time.
create table texting_settings (
    client_id $uuid primary key,
    partner_id $uuid not null,
    quiet_from_minute integer not null,
    quiet_until_minute integer not null,
    help_text text,
    privacy_url text,
    terms_url text,
    brand_name text,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, client_id),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);

create table quick_replies (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    name text not null,
    text text not null,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, id),
    unique (partner_id, client_id, name),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
create index quick_replies_in_order on quick_replies (partner_id, client_id, created_at, id);
