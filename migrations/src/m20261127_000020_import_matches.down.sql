alter table client_imports drop column is_matched;
alter table client_imports drop column header_digest;
alter table client_imports drop column header;
drop table client_import_matches;
