create table zone_country (
  market text not null,
  country text not null,
  zone text not null,
  primary key (market, country)
);

create table transit (
  market text not null,
  zone text not null,
  level text not null,
  label text not null,
  min_days int not null,
  max_days int not null check (max_days >= min_days),
  cut_off_hour int not null check (cut_off_hour between 0 and 24),
  time_zone text not null,
  primary key (market, zone, level)
);

-- `*` stands for every seller without rates of its own in that market.
create table rate (
  seller_id text not null,
  market text not null,
  zone text not null,
  level text not null,
  up_to_grams int not null check (up_to_grams > 0),
  price_minor int not null check (price_minor >= 0),
  primary key (seller_id, market, zone, level, up_to_grams)
);
