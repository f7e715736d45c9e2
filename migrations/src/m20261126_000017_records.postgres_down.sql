create or replace function refuse_consent_change() returns trigger language plpgsql as
    $$ begin raise exception '% are never changed or removed', tg_table_name; end; $$;
