-- What operators say of words: other words, a page, products in front.
create table rule (
  id text primary key,
  kind text not null check (kind in ('synonym', 'redirect', 'pin', 'boost')),
  rule json not null,
  changed_at timestamptz not null default now()
);

-- Queries and what they found, with the features of what was shown: for operators, and for learning from. Nothing of who asked.
create table asked_query (
  id text primary key,
  asked_at timestamptz not null,
  market text not null,
  query text not null,
  -- Folded, so that one query has one spelling.
  query_key text not null,
  total int not null,
  matching text not null,
  corrected boolean not null,
  ranker text not null,
  shown json not null
);
create index asked_query_age on asked_query (asked_at);
create index asked_query_failing on asked_query (query_key, asked_at) where matching in ('any', 'popular');
