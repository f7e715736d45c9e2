alter table files enable row level security;
alter table files force row level security;
create policy of_partner on files using (may_see(partner_id));
