-- Lists of clients that people upload. The file is an object named by partner and id while file_kept;
-- a state is as the wire has it. What was found in the file stands in columns (names of columns as in
-- the file), faults (of the file as a whole), changes (values that are stored otherwise than they are
-- written, counted by column) and preview (the first rows). cursor is the number of the last row whose
-- fate is decided, moved in the transaction that makes the clients. acting_place and acting_key are those
-- of whoever asked for what Gangway is doing with it.
create table client_imports (
    partner_id $uuid not null references partners (id),
    id $uuid not null,
    state text not null,
    file_name text not null,
    file_bytes bigint not null,
    file_kept $flag not null,
    digest text not null,
    columns $json not null,
    faults $json not null,
    changes $json not null,
    preview $json not null,
    rows_read integer not null,
    good integer not null,
    faulty integer not null,
    created integer not null,
    undone integer not null,
    cursor integer not null,
    created_by $uuid not null,
    api_key_id $uuid,
    acting_place $uuid,
    acting_key $uuid,
    created_at $time not null,
    checked_at $time,
    confirmed_at $time,
    finished_at $time,
    updated_at $time not null,
    version bigint not null,
    primary key (partner_id, id),
    foreign key (partner_id, created_by) references places (partner_id, id),
    foreign key (partner_id, acting_place) references places (partner_id, id)
);

-- The list, newest first.
create index client_imports_in_order on client_imports (partner_id, created_at, id);

-- The same file again.
create index client_imports_same on client_imports (partner_id, digest);

-- Rows that something is wrong with, or was until somebody corrected them. Good rows are in the file.
create table client_import_rows (
    partner_id $uuid not null,
    import_id $uuid not null,
    row_number integer not null,
    cells $json not null,
    faults $json not null,
    corrected $flag not null,
    updated_at $time not null,
    version bigint not null,
    primary key (partner_id, import_id, row_number),
    foreign key (partner_id, import_id) references client_imports (partner_id, id)
);

-- Which row of which import made a client.
create table client_import_clients (
    partner_id $uuid not null,
    import_id $uuid not null,
    row_number integer not null,
    client_id $uuid not null,
    primary key (partner_id, import_id, row_number),
    foreign key (partner_id, import_id) references client_imports (partner_id, id),
    foreign key (partner_id, client_id) references clients (partner_id, id)
);

create unique index client_import_clients_client on client_import_clients (partner_id, client_id);
