-- What sources said of single editions, last, and the product each was joined to.
create table edition (
  no bigint primary key generated always as identity,
  source text not null,
  key text not null,
  joins text[] not null,
  draft json not null,
  product_key text not null,
  constraint edition_of_source unique (source, key)
);
create index edition_by_join on edition using gin (joins);
create index edition_of_product on edition (source, product_key);
