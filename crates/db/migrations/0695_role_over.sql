-- A role that is over by itself after its last day: when its holder was told.
alter table roles add column over_told_at timestamptz;
