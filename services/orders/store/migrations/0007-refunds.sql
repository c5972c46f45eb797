-- What is given back of an order, part by part, and what each part is worth.
create table refund (
  id text collate "C" primary key,
  order_id text collate "C" not null,
  -- Of the call that wanted it: repeated, it is the same.
  key text not null,
  -- What was asked, to tell a repeat from another wish under the same key.
  asked jsonb not null,
  status text not null check (status in ('wanted', 'given', 'refused')),
  parts jsonb not null,
  amount_minor bigint not null check (amount_minor > 0),
  reason text not null,
  -- An account, or 'token' for who came with the operator's token.
  operator text not null,
  detail text,
  at timestamptz not null,
  unique (order_id, key)
);
