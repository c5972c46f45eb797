-- What operators did to checkouts, for good.
create table checkout_act (
  id text collate "C" primary key,
  checkout_id text collate "C" not null,
  act text not null check (act in ('tried again', 'ended')),
  -- An account, or 'token' for who came with the operator's token.
  operator text not null,
  reason text not null,
  -- Where the saga stood.
  saga jsonb not null,
  at timestamptz not null
);
create index checkout_act_of_checkout on checkout_act (checkout_id, id);
