-- Events become an audit log: who, from where, what changed, and a chain of hashes per partner.
alter table events add column place_id $uuid;
alter table events add column actor text not null default 'system';
alter table events add column address text;
alter table events add column user_agent text;
alter table events add column changes $json;
-- Until an event is sealed, its order within its transaction; then its place in its chain.
alter table events add column sequence bigint not null default 0;
alter table events add column previous_hash text;
alter table events add column hash text;
update events set actor = 'person' where person_id is not null;

drop index events_in_order;
create unique index events_of_partner on events (partner_id, sequence) where hash is not null and partner_id is not null;
create unique index events_of_nobody on events (sequence) where hash is not null and partner_id is null;
create index events_unsealed on events (id) where hash is null;
create index events_of_client on events (partner_id, client_id, sequence);
create index events_of_person on events (partner_id, person_id, sequence);

-- Where a chain ends: one row per partner, and one with the nil id for what belongs to no partner.
create table event_chains (
    id $uuid primary key,
    last_sequence bigint not null,
    last_hash text not null
);
