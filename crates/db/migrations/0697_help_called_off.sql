-- Whoever is helped may end it: when they did. The hour is up then.
alter table helpings add column called_off_at timestamptz;
