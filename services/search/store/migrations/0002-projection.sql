-- What the index is made of: a product as it is indexed, at the catalogue's version. Without a product it is gone.
create table projection (
  product_id text primary key,
  version int not null,
  product json
);

-- The indexes there are. One is live; one may be building, one kept from before.
create table search_index (
  name text primary key,
  state text not null check (state in ('building', 'live', 'previous')),
  made_at timestamptz not null default now()
);
create unique index search_index_once on search_index (state);

-- Products that an index has to be told of.
create table pending (
  index_name text not null references search_index on delete cascade,
  product_id text not null,
  version int not null,
  primary key (index_name, product_id)
);
create index pending_product on pending (product_id);
