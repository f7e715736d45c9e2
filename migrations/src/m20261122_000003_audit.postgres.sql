create function refuse_event_change() returns trigger language plpgsql as
    $$ begin raise exception 'events are never changed or removed'; end; $$;
create trigger events_stay_as_they_are before update on events
    for each row when (old.hash is not null) execute function refuse_event_change();
create trigger events_stay before delete on events
    for each row execute function refuse_event_change();
create trigger events_stay_together before truncate on events
    for each statement execute function refuse_event_change();
