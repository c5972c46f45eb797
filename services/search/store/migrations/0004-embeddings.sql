-- What made the vectors that products are compared by. One answers; one may be taking its place.
create table embedding_model (
  id text primary key,
  state text not null check (state in ('building', 'live')),
  -- How many products there were when it was fitted.
  products int not null,
  -- A fitted one; nothing for an endpoint.
  file bytea,
  made_at timestamptz not null default now()
);
create unique index embedding_model_once on embedding_model (state);

-- A product's vector, and what text it was made of. Without a vector the product is gone.
create table embedding (
  model_id text not null references embedding_model on delete cascade,
  product_id text not null,
  text_hash text not null,
  vector bytea,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (model_id, product_id)
);
create index embedding_changed on embedding (model_id, changed_at);

-- Products that a model has to look at.
create table unembedded (
  model_id text not null references embedding_model on delete cascade,
  product_id text not null,
  version int not null,
  primary key (model_id, product_id)
);

-- What is only about the same was not found.
drop index asked_query_failing;
create index asked_query_failing on asked_query (query_key, asked_at) where matching in ('any', 'related', 'popular');
