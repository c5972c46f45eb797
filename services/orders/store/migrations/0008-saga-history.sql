-- What was done for a checkout, step by step, with what came of each.
alter table checkout add column history jsonb not null default '[]';
-- Who was told that it failed has no order's number, only an address.
create index checkout_of_email on checkout (lower(request ->> 'email'), id desc);
