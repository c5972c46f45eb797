-- Customers who may pay by invoice: how much at once, and in how many days.
create table invoice_terms (
  account_id text primary key,
  allowed boolean not null,
  currency text not null,
  limit_minor bigint not null check (limit_minor >= 0),
  days int not null check (days between 1 and 365),
  updated_at timestamptz not null
);

-- What is bought on account: held until it leaves, invoiced then.
create table account_intent (
  id text primary key,
  -- Of the call that made it: repeated, it is the same.
  key text not null unique,
  account_id text,
  payment_id text not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  mode text not null check (mode in ('authorise', 'save_card')),
  state text not null check (state in ('unconfirmed', 'authorised', 'promised', 'captured', 'failed', 'canceled')),
  detail text,
  held_minor bigint not null default 0,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  paid_minor bigint not null default 0,
  created_at timestamptz not null,
  check (0 <= held_minor and held_minor + captured_minor <= amount_minor),
  check (0 <= refunded_minor and refunded_minor <= captured_minor)
);
create index account_intent_of_account on account_intent (account_id) where account_id is not null;

create sequence invoice_no;
create sequence credit_note_no;

create table invoice (
  id text primary key,
  number text not null unique,
  intent_id text not null references account_intent (id),
  account_id text not null,
  payment_id text not null,
  key text not null unique,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  credited_minor bigint not null default 0,
  paid_minor bigint not null default 0,
  issued_at timestamptz not null,
  due_on text not null,
  check (0 <= credited_minor and credited_minor <= amount_minor),
  check (paid_minor >= 0)
);
create index invoice_of_intent on invoice (intent_id, id);
create index invoice_of_account on invoice (account_id, id desc);
create index invoice_open on invoice (id desc) where credited_minor + paid_minor < amount_minor;

create table credit_note (
  id text primary key,
  number text not null unique,
  invoice_id text not null references invoice (id),
  -- Of the movement that gave back; a movement may credit several invoices.
  key text not null,
  amount_minor bigint not null check (amount_minor > 0),
  issued_at timestamptz not null,
  unique (key, invoice_id)
);

-- Money that came in for an invoice, as an operator read it off the bank's statement.
create table invoice_payment (
  id text primary key,
  invoice_id text not null references invoice (id),
  key text not null unique,
  amount_minor bigint not null check (amount_minor > 0),
  received_on text not null,
  noted_at timestamptz not null
);
