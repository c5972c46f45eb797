create table cart (
  id text primary key,
  owner text not null,
  market text not null,
  lines jsonb not null,
  version int not null,
  -- The checkout that runs on it, and the placed one that took every line.
  checkout_id text,
  placed_checkout_id text
) with (fillfactor = 70);
create index cart_by_owner on cart (owner, id);

-- The highest fence seen of a checkout; its row serialises the steps of that checkout.
create table checkout_fence (
  checkout_id text primary key,
  fence bigint not null
);

-- One attempt of a checkout to freeze a cart, with the lines as agreed. `undone` is the tombstone of an undo that came before its do.
create table binding (
  checkout_id text not null,
  attempt bigint not null,
  cart_id text not null,
  status text not null check (status in ('bound', 'unbound', 'removed', 'undone')),
  market text,
  frozen jsonb,
  primary key (checkout_id, attempt)
);
