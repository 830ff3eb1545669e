-- One thing may change in the record: the few words of a deed may go, once, if their digest, which is
-- what was hashed, takes their place. Whoever puts another digest there breaks the chain.

drop trigger audit_events_stay;

create trigger audit_events_stay before update on audit_events
when old.hash is not null and not (
    old.detail is not null and old.detail_digest is null
    and new.detail is null and new.salt is null and new.detail_digest is not null
    and new.id = old.id and new.association_id = old.association_id and new.at = old.at
    and new.actor_kind = old.actor_kind and new.actor_id is old.actor_id
    and new.on_behalf_of is old.on_behalf_of and new.verb = old.verb
    and new.object_kind = old.object_kind and new.object_id is old.object_id
    and new.application_id is old.application_id and new.number is old.number
    and new.hash is old.hash)
begin select raise(abort, 'the record is not rewritten'); end;
