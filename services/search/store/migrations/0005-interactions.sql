-- Who asked, as a browser that agreed to be noted names itself; nothing where nobody agreed.
alter table asked_query
  add column client_id text,
  -- Its first places were drawn by lot.
  add column shuffled boolean not null default false,
  -- What was asked beside the words: chosen filters, order.
  add column attributes json not null default '{}';
create index asked_query_client on asked_query (client_id) where client_id is not null;

-- What somebody did with what a query showed: once each, however often it was told. It goes when its query goes.
create table interaction (
  query_id text not null references asked_query on delete cascade,
  product_id text not null,
  action text not null check (action in ('impression', 'click', 'add_to_cart', 'purchase')),
  position int not null check (position > 0),
  at timestamptz not null,
  primary key (query_id, product_id, action)
);

-- A query that is not to be suggested is a rule too.
alter table rule drop constraint rule_kind_check;
alter table rule add constraint rule_kind_check check (kind in ('synonym', 'redirect', 'pin', 'boost', 'hide'));
