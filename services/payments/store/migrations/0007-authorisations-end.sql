-- When the bank lets go of what is held by itself. Null once something was decided about it.
alter table payment add column capture_before timestamptz;
create index payment_ending on payment (capture_before) where captured_minor < authorised_minor and capture_before is not null;
-- A held amount may be held anew.
alter table movement drop constraint movement_kind_check;
alter table movement add constraint movement_kind_check check (kind in ('capture', 'refund', 'release', 'renew'));
