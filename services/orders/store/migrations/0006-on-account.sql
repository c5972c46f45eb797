-- Bought by invoice: nothing is charged, it is owed once the goods have left.
alter table placed_order add column on_account boolean not null default false;
