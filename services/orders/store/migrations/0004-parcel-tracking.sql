-- What carriers told of parcels, as shipping told it on; it may come before the parcel is known to have left.
create table parcel_tracking (
  shipment_id text collate "C" not null,
  state text not null,
  at timestamptz not null,
  primary key (shipment_id, at, state)
);
