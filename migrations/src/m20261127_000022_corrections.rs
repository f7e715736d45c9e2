//! How many rows of a list were corrected, and what of each is stored otherwise than it was typed.

use crate::sql::migration;

migration! {
    up: "
alter table client_import_rows add column changes $json not null default '[]';
alter table client_imports add column corrected integer not null default 0;
update client_imports set corrected = (
    select count(*) from client_import_rows it
    where it.partner_id = client_imports.partner_id and it.import_id = client_imports.id and it.corrected
);",
    down: "
alter table client_imports drop column corrected;
alter table client_import_rows drop column changes;",
}
