-- How the application of a client looks on its web site; without a row, as it comes. Where enabled is
-- off, visitors get nothing at all.
create table widget_styles (
    client_id $uuid primary key,
    partner_id $uuid not null references partners (id),
    enabled $flag not null,
    color text not null,
    position text not null,
    button_label text,
    greeting text,
    updated_at $time not null,
    version bigint not null,
    unique (partner_id, client_id),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);
