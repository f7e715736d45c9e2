alter table widget_styles enable row level security;
alter table widget_styles force row level security;
create policy of_partner on widget_styles using (may_see(partner_id));
