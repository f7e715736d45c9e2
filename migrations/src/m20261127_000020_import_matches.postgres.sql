alter table client_import_matches enable row level security;
alter table client_import_matches force row level security;
create policy of_partner on client_import_matches using (may_see(partner_id));
