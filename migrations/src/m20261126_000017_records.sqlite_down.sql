drop trigger consents_stay;
create trigger consents_stay before delete on consents
begin select raise(abort, 'consents are never removed'); end;
drop trigger consent_wordings_stay;
create trigger consent_wordings_stay before delete on consent_wordings
begin select raise(abort, 'wordings are never removed'); end;
