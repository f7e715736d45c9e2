drop table client_import_clients;
drop table client_import_rows;
drop table client_imports;
