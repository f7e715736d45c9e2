-- The ledger of consent of a client that is deleted goes with the client; of any other nothing is removed.
drop trigger consents_stay;
create trigger consents_stay before delete on consents
when not exists (select 1 from clients c where c.id = old.client_id and c.deleted_at is not null)
begin select raise(abort, 'consents are never removed'); end;
drop trigger consent_wordings_stay;
create trigger consent_wordings_stay before delete on consent_wordings
when not exists (select 1 from clients c where c.id = old.client_id and c.deleted_at is not null)
begin select raise(abort, 'wordings are never removed'); end;
