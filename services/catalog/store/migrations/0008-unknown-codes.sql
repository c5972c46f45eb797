-- Codes that a message has and the lists of its standard have not: how many records, and the first of them.
create table import_unknown_code (
  import_id text not null,
  list int not null,
  element text not null,
  code text not null,
  count int not null,
  line int not null,
  identity text not null,
  primary key (import_id, element, code)
);
