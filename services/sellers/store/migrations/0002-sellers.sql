create table seller (
  id text primary key,
  handle text not null unique,
  name text not null,
  about text not null default '',
  standing text not null default 'good' check (standing in ('good', 'suspended')),
  house boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create unique index one_house on seller (house) where house;
create index seller_newest on seller (created_at desc, id desc);

create table membership (
  seller_id text not null references seller (id),
  account_id text not null,
  role text not null check (role in ('owner', 'staff')),
  primary key (account_id, seller_id)
);
