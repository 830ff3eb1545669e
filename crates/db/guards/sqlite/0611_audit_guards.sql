-- The record is added to, never changed. What was not chained yet may be, once.

create trigger audit_events_stay before update on audit_events when old.hash is not null
begin select raise(abort, 'the record is not rewritten'); end;

create trigger audit_events_last before delete on audit_events
begin select raise(abort, 'the record is not shortened'); end;

create trigger audit_heads_go_on before update on audit_heads
when new.number < old.number or new.association_id <> old.association_id
begin select raise(abort, 'the record is not shortened'); end;

create trigger audit_heads_last before delete on audit_heads
begin select raise(abort, 'the record is not shortened'); end;
