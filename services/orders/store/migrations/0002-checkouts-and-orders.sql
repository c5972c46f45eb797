-- One row a checkout: what was asked for, where it stands, and who works on it.
create table checkout (
  id text collate "C" primary key,
  owner text not null,
  account_id text,
  idempotency_key text not null,
  body_hash text not null,
  cart_id text not null,
  -- Drawn when the checkout is accepted, so that the payment carries it before there is an order.
  order_id text collate "C" not null,
  request jsonb not null,
  steps_version int not null,
  status text not null check (status in ('running', 'waiting', 'undoing', 'stuck', 'completed', 'failed')),
  saga jsonb not null,
  -- The basket as agreed; written once, gone when the order has it.
  agreed jsonb,
  last_error text,
  -- Raised whenever a process takes the checkout up; who has a lower one writes nothing any more.
  fence int not null,
  lease_until timestamptz,
  -- When somebody must look: the lease's end while a process works, the next try or the deadline while it rests; null once it has ended.
  due_at timestamptz,
  wakes int not null default 0,
  deadline_at timestamptz not null,
  request_id text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (owner, idempotency_key),
  check ((due_at is null) = (status in ('completed', 'failed')))
) with (fillfactor = 70);
-- One running checkout a basket.
create unique index checkout_running_on_cart on checkout (owner, cart_id) where due_at is not null;
create index checkout_of_cart on checkout (owner, cart_id, id desc);
create index checkout_due on checkout (due_at) where due_at is not null;
create index checkout_by_status on checkout (status, id desc);

-- What was agreed stands in "agreed" and never changes; beside it what does.
create table placed_order (
  id text collate "C" primary key,
  number text not null unique,
  checkout_id text collate "C" not null unique,
  owner text not null,
  account_id text,
  email text not null,
  market text not null,
  status text not null check (status in ('placed', 'partly_dispatched', 'dispatched', 'delivered', 'cancelled')),
  promised boolean not null,
  agreed jsonb not null,
  version int not null default 1,
  placed_at timestamptz not null,
  updated_at timestamptz not null
) with (fillfactor = 85);
create index order_of_owner on placed_order (owner, id desc);
create index order_by_status on placed_order (status, id desc);
create index order_of_guest_email on placed_order (lower(email)) where account_id is null;

-- Sub-orders and lines are written with their order in one statement and never apart.
create table sub_order (
  id text collate "C" primary key,
  order_id text collate "C" not null,
  seller_id text not null,
  status text not null check (status in ('placed', 'dispatched', 'delivered', 'cancelled'))
);
create index sub_order_of_order on sub_order (order_id);

create table shipment (
  id text collate "C" primary key,
  order_id text collate "C" not null,
  sub_order_id text collate "C" not null,
  status text not null check (status in ('dispatched', 'delivered')),
  carrier text not null,
  tracking_number text not null,
  dispatched_at timestamptz not null,
  delivered_at timestamptz
);
create index shipment_of_order on shipment (order_id);

create table order_line (
  order_id text collate "C" not null,
  id text collate "C" not null,
  sub_order_id text collate "C" not null,
  offer_id text not null,
  -- The parcel it left in; null while it has not.
  shipment_id text collate "C",
  primary key (order_id, id)
);
create index order_line_of_offer on order_line (offer_id, order_id desc);
