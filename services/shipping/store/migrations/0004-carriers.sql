-- A label that was bought for a parcel, to be printed.
create table label (
  shipment_id text collate "C" primary key,
  svg text not null,
  bought_at timestamptz not null
);

-- What a carrier told of a parcel, each event once.
create table tracking_event (
  id text primary key,
  shipment_id text collate "C" not null,
  state text not null,
  at timestamptz not null
);
create index tracking_event_of_shipment on tracking_event (shipment_id, at, id);
