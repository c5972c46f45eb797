-- A kept card refused to pay when the goods left, and the money is still to come.
alter table placed_order add column payment_refused boolean not null default false;
