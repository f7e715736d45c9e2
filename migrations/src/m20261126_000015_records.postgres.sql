-- As in migration 9: a connection sees the rows of the partner it names.
do $$
declare
    held text;
begin
    foreach held in array array['contacts', 'sites', 'client_hours', 'client_domains', 'client_staff',
            'tech_groups', 'tech_group_members', 'client_tech_groups', 'custom_fields', 'custom_values'] loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy of_partner on %I using (may_see(partner_id))', held);
    end loop;
end
$$;
