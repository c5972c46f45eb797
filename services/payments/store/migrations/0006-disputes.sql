-- What of a payment is taken back at this moment by disputes that were not won.
alter table payment add column disputed_minor bigint not null default 0 check (disputed_minor >= 0);

-- A charge that its card's holder disputes, as it was last read from the provider.
create table dispute (
  id text collate "C" primary key,
  reference text not null unique,
  -- Null when the provider names an intent that is none of ours.
  payment_id text collate "C",
  state text not null check (state in ('inquiry', 'open', 'under_review', 'won', 'lost', 'closed')),
  reason text not null,
  currency text not null,
  amount_minor bigint not null,
  withdrawn_minor bigint not null check (0 <= withdrawn_minor),
  fee_minor bigint not null,
  evidence_due_at timestamptz,
  opened_at timestamptz not null,
  updated_at timestamptz not null
);
create index dispute_of_payment on dispute (payment_id, id desc);
create index dispute_open on dispute (id desc) where state in ('inquiry', 'open', 'under_review');

-- Somebody said that something is new about a dispute; it is read from the provider when it is due. `hints` counts what was said meanwhile.
create table dispute_hint (
  reference text primary key,
  hints int not null default 1,
  tries int not null default 0,
  due_at timestamptz not null
);
