-- One installation serves several associations: an order is done in the name of one of them. Orders
-- from before belong to the only one there was.
alter table jobs add column association_id text references associations (id);
update jobs set association_id = (select min(id) from associations);
