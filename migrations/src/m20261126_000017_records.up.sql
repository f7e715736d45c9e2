-- What a partner keeps on its clients. The columns of clients stay what they were: contact_email is whom the
-- set-up's invitation went to, and the address is that of the headquarters, written together with the site.
alter table clients add column email text;
alter table clients add column phone text;
alter table clients add column is_test $flag not null default false;
-- A deleted client keeps its rows until it may no longer be restored. Its name_key is null meanwhile, so that the
-- name is free; sort_name stays: the folded name, or the invited address while there is none.
alter table clients add column deleted_at $time;
alter table clients add column sort_name text not null default '';
update clients set sort_name = coalesce(name_key, contact_email, '');
create index clients_by_name on clients (partner_id, sort_name, id);
create index clients_by_change on clients (partner_id, updated_at, id);
create index clients_deleted on clients (deleted_at) where deleted_at is not null;

-- Whom to turn to. deleted_at is the client's, so that the address of a deleted one is free.
create table contacts (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    kind text not null,
    first_name text not null,
    last_name text,
    email text,
    phone text,
    deleted_at $time,
    unique (partner_id, id),
    unique (partner_id, client_id, kind),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
create unique index contacts_by_email on contacts (partner_id, email) where kind = 'primary' and deleted_at is null;

create table sites (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    name text not null,
    name_key text not null,
    is_headquarters $flag not null,
    position integer not null,
    address_line1 text,
    address_line2 text,
    city text,
    region text,
    postal_code text,
    country text,
    time_zone text not null,
    unique (partner_id, client_id, id),
    unique (partner_id, client_id, name_key),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
create unique index sites_headquarters on sites (partner_id, client_id) where is_headquarters;

-- Who has said where it is has a headquarters. A region is a code of ISO 3166-2 there; other words stay behind.
insert into sites (id, partner_id, client_id, name, name_key, is_headquarters, position, address_line1, address_line2,
    city, region, postal_code, country, time_zone)
select id, partner_id, id, 'Headquarters', 'headquarters', true, 0, address_line1, address_line2, city,
    case when length(region) <= 3 and region = upper(region) then region end, postal_code, country, time_zone
from clients where time_zone is not null;

-- A schedule's week and days that differ, as they travel.
create table client_hours (
    client_id $uuid primary key,
    partner_id $uuid not null,
    week $json not null,
    holidays $json not null,
    unique (partner_id, client_id),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);

-- A domain of mail belongs to one client.
create table client_domains (
    partner_id $uuid not null,
    client_id $uuid not null,
    domain text not null,
    position integer not null,
    deleted_at $time,
    primary key (partner_id, client_id, domain),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
create unique index client_domains_held on client_domains (partner_id, domain) where deleted_at is null;

-- Who of the partner's staff a client is in the hands of: its account manager, at most one, and its engineers.
create table client_staff (
    partner_id $uuid not null,
    client_id $uuid not null,
    part text not null,
    place_id $uuid not null,
    created_at $time not null,
    primary key (partner_id, client_id, part, place_id),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, place_id) references places (partner_id, id)
);
create unique index client_staff_one_manager on client_staff (partner_id, client_id) where part = 'account_manager';
create index client_staff_of_place on client_staff (partner_id, place_id, part, client_id);

create table tech_groups (
    id $uuid primary key,
    partner_id $uuid not null references partners (id),
    name text not null,
    name_key text not null,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, id),
    unique (partner_id, name_key)
);

create table tech_group_members (
    partner_id $uuid not null,
    group_id $uuid not null,
    place_id $uuid not null,
    primary key (partner_id, group_id, place_id),
    foreign key (partner_id, group_id) references tech_groups (partner_id, id),
    foreign key (partner_id, place_id) references places (partner_id, id)
);
create index tech_group_members_of_place on tech_group_members (partner_id, place_id);

create table client_tech_groups (
    partner_id $uuid not null,
    client_id $uuid not null,
    group_id $uuid not null,
    primary key (partner_id, client_id, group_id),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, group_id) references tech_groups (partner_id, id)
);
create index client_tech_groups_of_group on client_tech_groups (partner_id, group_id, client_id);

-- What a partner wants to know besides. An archived field is no longer asked for; its values stay.
create table custom_fields (
    id $uuid primary key,
    partner_id $uuid not null references partners (id),
    name text not null,
    name_key text not null,
    kind text not null,
    choices $json not null,
    position integer not null,
    mandatory $flag not null,
    archived_at $time,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, id),
    unique (partner_id, name_key)
);
create index custom_fields_in_order on custom_fields (partner_id, position, id);

create table custom_values (
    partner_id $uuid not null,
    client_id $uuid not null,
    field_id $uuid not null,
    value text not null,
    primary key (partner_id, client_id, field_id),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, field_id) references custom_fields (partner_id, id)
);
create index custom_values_of_field on custom_values (partner_id, field_id);
