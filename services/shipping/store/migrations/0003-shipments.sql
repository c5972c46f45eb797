create table shipment (
  id text primary key,
  order_id text not null,
  -- One parcel a sub-order; the number lets a sub-order be sent in several.
  sub_order_id text not null,
  parcel int not null default 1,
  seller_id text not null,
  status text not null check (status in ('pending', 'dispatched', 'delivered', 'cancelled')),
  delivery_option text not null,
  carrier text,
  tracking_number text,
  address jsonb not null,
  lines jsonb not null,
  promised_by text not null,
  created_at timestamptz not null,
  dispatched_at timestamptz,
  unique (sub_order_id, parcel),
  constraint dispatched_is_tracked check (status not in ('dispatched', 'delivered') or (carrier is not null and tracking_number is not null and dispatched_at is not null))
);
create index shipment_by_order on shipment (order_id, id);
create index shipment_by_status on shipment (status, id);
