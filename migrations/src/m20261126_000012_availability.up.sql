-- When a client can be reached: hours of a week on the clock of the company's time zone, and the days that
-- differ. Both are kept as they travel.
create table schedules (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    name text not null,
    name_key text not null,
    week $json not null,
    holidays $json not null,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, client_id, id),
    unique (partner_id, client_id, name_key),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
create index schedules_in_order on schedules (partner_id, client_id, created_at, id);

-- What visitors of the client's web site are offered. Without a schedule it is offered at all hours; one that
-- nobody has set yet has no row.
create table widget_applications (
    id $uuid primary key,
    partner_id $uuid not null,
    client_id $uuid not null,
    kind text not null,
    enabled $flag not null,
    schedule_id $uuid,
    phone_number text,
    created_at $time not null,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, client_id, kind),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, client_id, schedule_id) references schedules (partner_id, client_id, id)
);
create index widget_applications_of_schedule on widget_applications (partner_id, client_id, schedule_id);
