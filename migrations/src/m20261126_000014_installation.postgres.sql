do $$
declare
    held text;
begin
    foreach held in array array['installation_calls', 'installation_checks'] loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy of_partner on %I using (may_see(partner_id))', held);
    end loop;
end
$$;
