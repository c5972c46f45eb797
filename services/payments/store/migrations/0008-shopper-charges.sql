-- A kept card that refused to pay without its holder, asked once more with the holder there.
create table shopper_charge (
  payment_id text collate "C" primary key references payment (id),
  -- The provider knows each by payment and attempt.
  attempt int not null default 1,
  state text not null check (state in ('asked', 'failed', 'done')),
  intent_id text unique,
  return_url text not null,
  look_at timestamptz
);
create index shopper_charge_look on shopper_charge (look_at) where look_at is not null;
