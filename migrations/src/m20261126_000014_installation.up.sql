-- The newest look at a client's web site. id changes with every look, so that a late one writes nothing.
-- directives are parted by line ends; finding is empty until the page was looked at.
create table installation_checks (
    partner_id $uuid not null,
    client_id $uuid not null,
    id $uuid not null,
    page text not null,
    finding text,
    detail text,
    directives text not null,
    has_tag_manager $flag not null,
    asked_at $time not null,
    checked_at $time,
    primary key (partner_id, client_id),
    unique (partner_id, id),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);

-- From which of a client's origins its application was called, first and last, to the minute.
create table installation_calls (
    partner_id $uuid not null,
    client_id $uuid not null,
    origin text not null,
    first_at $time not null,
    last_at $time not null,
    primary key (partner_id, client_id, origin),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
