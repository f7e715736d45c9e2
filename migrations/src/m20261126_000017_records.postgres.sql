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

-- The ledger of consent of a client that is deleted goes with the client; of any other nothing is removed.
create or replace function refuse_consent_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if exists (select 1 from clients c where c.id = old.client_id and c.deleted_at is not null) then
            return old;
        end if;
    end if;
    raise exception '% are never changed or removed', tg_table_name;
end;
$$;

-- Clients stand in the same order as on SQLite, whatever the database's own order of letters.
alter table clients alter column sort_name type text collate "C";
