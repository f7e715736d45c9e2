create trigger events_stay_as_they_are before update on events when old.hash is not null
begin select raise(abort, 'events are never changed'); end;
create trigger events_stay before delete on events
begin select raise(abort, 'events are never removed'); end;
