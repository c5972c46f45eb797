import type { Migration } from '@octavo/database'

/**
 * What every service keeps for its events, as the first migration of its own schema: an outbox, what its consumers have seen, and what
 * they could not digest.
 */
export const eventTables: Migration = {
  number: 1,
  name: 'events',
  sql: `
create table outbox (
  seq bigint generated always as identity primary key,
  id text not null,
  name text not null,
  version int not null,
  key text not null,
  data jsonb not null,
  request_id text,
  occurred_at timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

-- One event: its key is locked until the transaction ends, and only then is its number drawn, so that numbers of a key rise in commit order.
create function append_event(p_id text, p_name text, p_version int, p_key text, p_data jsonb, p_request_id text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key, 20411));
  insert into outbox (id, name, version, key, data, request_id) values (p_id, p_name, p_version, p_key, p_data, p_request_id);
end $$;

create table consumer_cursor (
  consumer text not null,
  topic text not null,
  position bigint not null,
  primary key (consumer, topic)
);

create table inbox (
  consumer text not null,
  event_id text not null,
  seen_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_age on inbox (seen_at);

create table parked_event (
  consumer text not null,
  event_id text not null,
  topic text not null,
  position bigint not null,
  name text not null,
  version int not null,
  key text not null,
  data jsonb not null,
  request_id text,
  occurred_at timestamptz not null,
  -- retrying: tried again by itself; waiting: behind an earlier one of its key; parked: waits for the operator.
  state text not null check (state in ('retrying', 'waiting', 'parked')),
  attempts int not null default 0,
  next_attempt_at timestamptz,
  last_error text,
  parked_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index parked_event_key on parked_event (consumer, topic, key, position);
create index parked_event_due on parked_event (consumer, next_attempt_at) where state = 'retrying';
`,
}

/** What operators did to events that were set aside, for good. Numbered apart from the services' own migrations. */
export const parkedActs: Migration = {
  number: 9001,
  name: 'parked-acts',
  sql: `
create table parked_act (
  id text collate "C" primary key,
  act text not null check (act in ('tried again', 'let go')),
  consumer text not null,
  event_id text not null,
  topic text not null,
  name text not null,
  key text not null,
  -- What the event failed on.
  last_error text,
  -- An account, a service, or 'token' for who came with the operator's token.
  operator text not null,
  reason text not null,
  at timestamptz not null default now()
);
`,
}
