-- A connection says whose rows it is to see: a partner's id, or * for all. One that says nothing sees none.
-- What belongs to no partner, such as the mail that confirms a sign-up, is seen by whoever says anything.
create function may_see(owner uuid) returns boolean language sql stable parallel safe as $$
    select case coalesce(current_setting('gangway.partner', true), '')
        when '' then false
        when '*' then true
        else coalesce(owner::text = current_setting('gangway.partner', true), true)
    end
$$;

do $$
declare
    held text;
begin
    foreach held in array array['api_keys', 'clients', 'events', 'handovers', 'invites', 'jobs', 'mails',
            'number_orders', 'onboardings', 'partner_links', 'partners', 'places'] loop
        execute format('alter table %I enable row level security', held);
        -- The owner of the tables, whom Gangway connects as, is held to it as well.
        execute format('alter table %I force row level security', held);
        execute format('create policy of_partner on %I using (may_see(%I))', held,
            case held when 'partners' then 'id' else 'partner_id' end);
    end loop;
end
$$;
