-- The record is added to, never changed. What was not chained yet may be, once.

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the record is neither rewritten nor shortened';
end $$;

create trigger audit_events_stay before update on audit_events
    for each row when (old.hash is not null) execute function audit_refuse();

create trigger audit_events_last before delete on audit_events
    for each row execute function audit_refuse();

create trigger audit_events_kept before truncate on audit_events
    for each statement execute function audit_refuse();

create trigger audit_heads_go_on before update on audit_heads
    for each row
    when (new.number < old.number or new.association_id <> old.association_id)
    execute function audit_refuse();

create trigger audit_heads_last before delete on audit_heads
    for each row execute function audit_refuse();

create trigger audit_heads_kept before truncate on audit_heads
    for each statement execute function audit_refuse();
