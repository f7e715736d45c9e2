create trigger consents_stay_as_they_are before update on consents
begin select raise(abort, 'consents are never changed'); end;
create trigger consents_stay before delete on consents
begin select raise(abort, 'consents are never removed'); end;
create trigger consent_wordings_stay_as_they_are before update on consent_wordings
begin select raise(abort, 'wordings are never changed'); end;
create trigger consent_wordings_stay before delete on consent_wordings
begin select raise(abort, 'wordings are never removed'); end;
