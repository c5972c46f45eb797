create table location (
  id text primary key,
  name text not null
);

-- What all locations hold of an item together. Its row is the gate: whoever changes anything of an item changes this row first, so
-- that a hold is decided by one conditional update. Rows are taken in the order of their ids.
create table stock_item (
  id text primary key,
  seller_id text not null,
  sku text not null,
  on_hand int not null default 0,
  reserved int not null default 0,
  promise_limit int not null default 0,
  promised int not null default 0,
  available_on text,
  version int not null default 1,
  constraint reserved_is_on_hand check (0 <= reserved and reserved <= on_hand and on_hand <= 1000000000),
  constraint promised_is_within_limit check (0 <= promised and promised <= promise_limit)
) with (fillfactor = 50);

create table stock_level (
  stock_item_id text not null references stock_item,
  location_id text not null references location,
  on_hand int not null default 0,
  reserved int not null default 0,
  primary key (stock_item_id, location_id),
  constraint reserved_is_on_hand check (0 <= reserved and reserved <= on_hand)
) with (fillfactor = 50);

-- The ledger: on_hand is the sum of its changes, at each location.
create table movement (
  id text primary key,
  stock_item_id text not null,
  location_id text not null,
  change int not null check (change <> 0),
  reason text not null,
  order_id text,
  key text,
  at timestamptz not null
);
create index movement_by_item on movement (stock_item_id, id);
create unique index movement_by_key on movement (stock_item_id, key) where key is not null;

-- The highest fence seen of a checkout; its row serialises the steps of that checkout.
create table checkout_fence (
  checkout_id text primary key,
  fence bigint not null
) with (fillfactor = 70);

-- One attempt of a checkout to hold stock. `undone` is the tombstone of an undo that came before its do; `lapsed` was swept.
create table hold (
  checkout_id text not null,
  attempt bigint not null,
  status text not null check (status in ('held', 'firm', 'settled', 'released', 'lapsed', 'undone')),
  promised boolean not null default false,
  order_id text,
  expires_at timestamptz,
  primary key (checkout_id, attempt)
) with (fillfactor = 70);
create index hold_by_expiry on hold (expires_at, checkout_id) where status = 'held';

-- The copies of a hold: a row an item and location, without a location while they are promised. `open_units` are still on the shelf
-- (or awaited) for it; what is neither open nor fulfilled was released.
create table reservation (
  id text primary key,
  checkout_id text not null,
  attempt bigint not null,
  stock_item_id text not null,
  location_id text,
  promised boolean not null,
  units int not null check (units > 0),
  open_units int not null check (open_units >= 0),
  fulfilled_units int not null default 0 check (fulfilled_units >= 0 and fulfilled_units + open_units <= units),
  created_at timestamptz not null,
  constraint promised_has_no_location check (promised = (location_id is null) or open_units = 0)
) with (fillfactor = 70);
create index reservation_by_checkout on reservation (checkout_id, id);
create index reservation_by_item on reservation (stock_item_id, id);
create index reservation_promised on reservation (stock_item_id, created_at, id) where promised and open_units > 0;
