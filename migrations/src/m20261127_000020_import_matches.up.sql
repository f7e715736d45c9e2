-- What the columns of a list are read as, for every list of the partner's with the same header, told by a
-- hash of all its names. columns holds a name of the sample's for each column of the file; null leaves it out.
create table client_import_matches (
    partner_id $uuid not null,
    id $uuid not null,
    header_digest text not null,
    columns $json not null,
    matched_by $uuid not null,
    matched_at $time not null,
    primary key (partner_id, id),
    foreign key (partner_id, matched_by) references places (partner_id, id)
);

create unique index client_import_matches_header on client_import_matches (partner_id, header_digest);

-- The header of an uploaded list: the names, cut, each with what it is read as or, while it can be matched,
-- what it is like; a hash of the whole names; and whether somebody matched them.
alter table client_imports add column header $json not null default '[]';
alter table client_imports add column header_digest text not null default '';
alter table client_imports add column is_matched $flag not null default false;
