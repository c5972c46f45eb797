-- A subject of BISAC or Thema that goods are listed by: their first four, as a card tells them.
create table subject (
  -- `thema-fbc`
  handle text primary key,
  scheme text not null,
  code text not null,
  label text,
  list_no int not null default nextval('list_no')
);

-- Goods that are there already take their places when their cards are made again.
with told as materialized (
  select no, handle, scheme, code, label from (
    select p.no, s.scheme, s.code, s.label, s.scheme || '-' || trim(both '-' from regexp_replace(lower(s.code), '[^a-z0-9]+', '-', 'g')) as handle, row_number() over (partition by p.no order by s.place) as place
    from product p, rows from (json_to_recordset(p.details -> 'subjects') as (scheme text, code text, label text)) with ordinality as s (scheme, code, label, place)
    where s.scheme <> 'keyword'
  ) as each_subject where place <= 4
), made as (
  insert into subject (handle, scheme, code, label) select distinct on (handle) handle, scheme, code, label from told order by handle, label nulls last
  returning handle, list_no
), placed as (
  update product p set name_lists = p.name_lists || l.lists
  from (select told.no, array_agg(distinct made.list_no) as lists from told join made using (handle) group by told.no) as l where l.no = p.no
)
insert into stale_product (product_no) select distinct no from told on conflict do nothing;
