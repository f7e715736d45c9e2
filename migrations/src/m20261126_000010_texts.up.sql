-- The texts between a number of a client's and one customer. last_message names the newest; it is no
-- foreign key, since the text needs its conversation first.
create table conversations (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    company_number text not null,
    customer_number text not null,
    name text,
    note text,
    unread integer not null,
    archived_at $time,
    last_message $uuid,
    last_message_at $time not null,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, id),
    unique (partner_id, client_id, company_number, customer_number),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
create index conversations_in_order on conversations (partner_id, client_id, last_message_at, id);
create index conversations_in_inbox on conversations (partner_id, client_id, last_message_at, id) where archived_at is null;
create index conversations_archived on conversations (partner_id, client_id, last_message_at, id) where archived_at is not null;

-- A text, in or out. provider_sid is the provider's name for it, which makes a webhook that comes twice
-- harmless; provider_status the provider's word, which only climbs. attempted_at is written before the
-- provider is called, so that one whose answer was lost is known for it. resent_as names the text that
-- was sent in its place.
create table messages (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    conversation_id $uuid not null,
    direction text not null,
    source text not null,
    body text not null,
    sent_by $uuid,
    state text not null,
    detail text,
    provider_sid text,
    provider_status text,
    error_code integer,
    segments integer not null,
    media integer not null,
    attempted_at $time,
    resent_as $uuid,
    created_at $time not null,
    sent_at $time,
    delivered_at $time,
    updated_at $time not null,
    unique (partner_id, id),
    unique (partner_id, provider_sid),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, conversation_id) references conversations (partner_id, id),
    foreign key (partner_id, sent_by) references places (partner_id, id)
);
create index messages_in_order on messages (partner_id, conversation_id, created_at, id);
create index messages_of_a_day on messages (partner_id, client_id, created_at) where direction = 'out';

-- The server that the provider was told to bring texts to the number to; null until it was told.
alter table number_orders add column hook_base text;
create index number_orders_by_hook on number_orders (hook_base) where state = 'assigned';
