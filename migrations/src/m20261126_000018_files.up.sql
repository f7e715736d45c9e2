-- Files that people uploaded. Their bytes are objects named by partner and id, one for each of sizes,
-- which are parted by spaces; bytes is the sum of them. digest is of the upload, so that the same one
-- again is known. An object is there before its row and goes after it.
create table files (
    partner_id $uuid not null references partners (id),
    id $uuid not null,
    client_id $uuid not null,
    purpose text not null,
    name text not null,
    media_type text not null,
    width integer not null,
    height integer not null,
    sizes text not null,
    bytes integer not null,
    digest text not null,
    created_by $uuid not null,
    created_at $time not null,
    primary key (partner_id, id),
    foreign key (partner_id, client_id) references clients (partner_id, id),
    foreign key (partner_id, created_by) references places (partner_id, id)
);

-- A client has one logo.
create unique index files_one_logo on files (partner_id, client_id) where purpose = 'client_logo';

-- What the quota adds up.
create index files_bytes on files (partner_id, bytes);
