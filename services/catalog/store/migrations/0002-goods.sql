-- What can be listed by has a number: 0 is everything; categories, contributors and series draw theirs here.
create sequence list_no as int;
create sequence product_no as int;

create table category (
  id text primary key,
  handle text not null unique,
  -- By language.
  name json not null,
  parent_id text references category,
  position int not null,
  list_no int not null unique default nextval('list_no'),
  product_count int not null default 0
);

-- Counts rise and fall by rows added here, folded into product_count now and then: imports side by side never wait for a category's row.
create table category_count_change (
  list_no int not null,
  change int not null
);

create table contributor (
  id text primary key,
  handle text not null unique,
  name text not null,
  sort_name text,
  -- Folded: one spelling of a name is one contributor.
  name_key text not null unique,
  list_no int not null default nextval('list_no')
);

create table series (
  id text primary key,
  handle text not null unique,
  name text not null,
  name_key text not null unique,
  list_no int not null default nextval('list_no')
);

create table work (
  id text primary key,
  source text not null,
  key text not null,
  title text not null,
  unique (source, key)
);

-- What is known of sellers, by their own events.
create table seller (
  id text primary key,
  handle text not null,
  name text not null,
  standing text not null check (standing in ('good', 'suspended')),
  version int not null
);
create index seller_by_handle on seller (handle);

-- How often a handle was given: the second is numbered 2.
create table handle_count (
  kind text not null,
  base text not null,
  taken int not null,
  primary key (kind, base)
);

-- One text in one language, or one thing. Its row is the gate: whoever changes anything of a product holds it.
create table product (
  no int primary key,
  id text not null unique,
  source text not null,
  key text not null,
  handle text not null unique,
  work_id text references work,
  kind text not null check (kind in ('book', 'other')),
  title text not null,
  -- Contributors with roles, series, subjects, media, rating and what else is only shown.
  details json not null,
  category_ids text[] not null,
  -- Of its contributors and series.
  name_lists int[] not null,
  -- Of the draft it was last made from: the same draft again changes nothing.
  content_hash text not null,
  version int not null,
  updated_at timestamptz not null,
  -- Every list it is in, and where it stands in them.
  lists int[] not null,
  featured bigint not null,
  newest int not null,
  title_key text collate "C" not null,
  constraint product_of_source unique (source, key)
);

-- An edition. Its rows are replaced whole under the product's row; ids stay by their keys.
create table variant (
  id text primary key,
  product_no int not null,
  position int not null,
  key text not null,
  format text not null,
  digital boolean not null,
  tax_class text not null,
  weight_grams int not null,
  details json not null
);
create index variant_of_product on variant (product_no, position);

create table identifier (
  -- `isbn13:9780140449136`
  value text not null,
  product_no int not null,
  primary key (value, product_no)
);

-- One seller sells one variant in one condition, at a price per currency: {"GBP": 999}.
create table offer (
  id text primary key,
  product_no int not null,
  variant_id text not null,
  position int not null,
  key text not null,
  seller_id text not null,
  condition text not null,
  condition_note text,
  prices json not null,
  stock_item_id text,
  units_per_sale int not null check (units_per_sale > 0)
);
create index offer_of_product on offer (product_no, position);
create index offer_of_stock on offer (stock_item_id) where stock_item_id is not null;

-- What inventory last told of a stock item.
create table stock (
  id text primary key,
  available int not null,
  promisable int not null,
  available_on text,
  version int not null
) with (fillfactor = 80);

-- A product's card as it is served, once, with what each market tells of it differently beside it.
create table card (
  product_no int primary key,
  json text not null
);

-- Who stands where in which list. Each order of each list is one scan of one index.
create table list_entry (
  list_no int not null,
  product_no int not null,
  featured bigint not null,
  newest int not null,
  title_key text collate "C" not null
);
create index list_entry_by_featured on list_entry (list_no, featured, product_no);
create index list_entry_by_newest on list_entry (list_no, newest, product_no);
create index list_entry_by_title on list_entry (list_no, title_key, product_no);

create table list_price (
  list_no int not null,
  market text not null,
  price bigint not null,
  product_no int not null,
  primary key (list_no, market, price, product_no)
);

-- Products whose stored cards are to be made again: a seller's standing or a category's place changed.
create table stale_product (
  product_no int primary key
);

create table imports (
  id text primary key,
  format text not null,
  file text not null,
  status text not null check (status in ('running', 'stopped', 'completed', 'failed')),
  read int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- Records done: where it goes on after a stop.
  position bigint not null default 0,
  options jsonb not null default '{}',
  fingerprint text not null
);
