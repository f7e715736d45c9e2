create function refuse_consent_change() returns trigger language plpgsql as
    $$ begin raise exception '% are never changed or removed', tg_table_name; end; $$;

do $$
declare
    held text;
begin
    foreach held in array array['consents', 'consent_wordings'] loop
        execute format('create trigger %I before update on %I for each row execute function refuse_consent_change()',
            held || '_stay_as_they_are', held);
        execute format('create trigger %I before delete on %I for each row execute function refuse_consent_change()',
            held || '_stay', held);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_consent_change()',
            held || '_stay_together', held);
    end loop;
    foreach held in array array['consents', 'consent_wordings', 'texting_settings', 'quick_replies'] loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy of_partner on %I using (may_see(partner_id))', held);
    end loop;
end
$$;
