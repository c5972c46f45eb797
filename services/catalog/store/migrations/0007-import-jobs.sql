-- An import whose file was uploaded whole runs in the shop, and goes on there after a stop.
alter table imports add column upload_key text;
alter table imports add column size_bytes bigint;
alter table imports add column failure text;

-- What did not come in of such an import.
create table import_reject (
  no bigint primary key generated always as identity,
  import_id text not null,
  line int not null,
  identity text not null,
  reason text not null
);
create index import_reject_of_import on import_reject (import_id, no);
