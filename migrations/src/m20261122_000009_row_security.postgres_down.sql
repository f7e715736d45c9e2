do $$
declare
    held text;
begin
    foreach held in array array['api_keys', 'clients', 'events', 'handovers', 'invites', 'jobs', 'mails',
            'number_orders', 'onboardings', 'partner_links', 'partners', 'places'] loop
        execute format('drop policy of_partner on %I', held);
        execute format('alter table %I no force row level security', held);
        execute format('alter table %I disable row level security', held);
    end loop;
end
$$;
drop function may_see;
