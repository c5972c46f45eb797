import type { Migration } from '@octavo/database'

/** The log itself: a row an event, in partitions by month; the last position of each topic; how to append and to tidy. */
export const logTables: readonly Migration[] = [{
  number: 1,
  name: 'log',
  sql: `
create table topic (name text primary key, last_position bigint not null default 0) with (fillfactor = 10);

create table log (
  topic text not null,
  position bigint not null,
  event_id text not null,
  name text not null,
  version int not null,
  key text not null,
  data jsonb not null,
  request_id text,
  occurred_at timestamptz not null,
  appended_at timestamptz not null default now(),
  primary key (topic, position, appended_at)
) partition by range (appended_at);
create index log_event on log (event_id);

-- Makes partitions for this month and the next, and lets go of those that are past their time.
create function tidy_log(retention_days int) returns void language plpgsql as $$
declare
  month timestamptz;
  old record;
begin
  perform pg_advisory_xact_lock(hashtextextended('tidy log', 0));
  for n in 0..1 loop
    month := date_trunc('month', now()) + make_interval(months => n);
    execute format('create table if not exists %I partition of log for values from (%L) to (%L)', 'log_' || to_char(month, 'YYYY_MM'), month, month + interval '1 month');
  end loop;
  if retention_days is not null then
    for old in
      select c.oid::regclass as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'log'::regclass and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' < now() - make_interval(days => retention_days)
    loop
      execute format('drop table %s', old.name);
    end loop;
  end if;
end $$;

create function append_to_log(p_topic text, p_ids text[], p_names text[], p_versions int[], p_keys text[], p_data jsonb[], p_requests text[], p_times timestamptz[]) returns bigint language plpgsql as $$
declare
  last bigint;
  added bigint;
begin
  insert into topic (name) values (p_topic) on conflict do nothing;
  select last_position into last from topic where name = p_topic for update;
  insert into log (topic, position, event_id, name, version, key, data, request_id, occurred_at)
  select p_topic, last + row_number() over (order by e.nth), e.id, e.name, e.version, e.key, e.data, e.request, e.at
  from unnest(p_ids, p_names, p_versions, p_keys, p_data, p_requests, p_times) with ordinality as e (id, name, version, key, data, request, at, nth)
  where not exists (select 1 from log where log.event_id = e.id);
  get diagnostics added = row_count;
  update topic set last_position = last + added where name = p_topic;
  return last + added;
end $$;
`,
}, {
  number: 2,
  name: 'append-says-how-many',
  sql: `
-- As append_to_log, which processes of the version before still call, and says how many were not there yet. The positions are taken first, under the topic's lock; where some events were there already, those left over are given back.
create function append_events(p_topic text, p_ids text[], p_names text[], p_versions int[], p_keys text[], p_data jsonb[], p_requests text[], p_times timestamptz[], out last_position bigint, out added int) language plpgsql as $$
#variable_conflict use_column
declare
  n int := cardinality(p_ids);
  last bigint;
begin
  loop
    update topic set last_position = last_position + n where name = p_topic returning last_position into last;
    exit when found;
    insert into topic (name) values (p_topic) on conflict do nothing;
  end loop;
  insert into log (topic, position, event_id, name, version, key, data, request_id, occurred_at)
  select p_topic, last - n + row_number() over (order by e.nth), e.id, e.name, e.version, e.key, e.data, e.request, e.at
  from unnest(p_ids, p_names, p_versions, p_keys, p_data, p_requests, p_times) with ordinality as e (id, name, version, key, data, request, at, nth)
  where not exists (select 1 from log where log.event_id = e.id);
  get diagnostics added = row_count;
  if added < n then
    update topic set last_position = last - n + added where name = p_topic;
  end if;
  append_events.last_position := last - n + added;
end $$;
`,
}]
