create table message (
  id text primary key,
  -- What it is about, once: an event's id, or the key of whoever asked for it.
  once_key text not null unique,
  kind text not null,
  recipient text not null,
  subject text not null,
  locale text not null,
  -- What the template needs; the words are made when it is sent or looked at.
  data jsonb not null,
  status text not null check (status in ('queued', 'sent', 'kept', 'failed')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index message_newest on message (created_at desc, id desc);
create index message_recipient on message (lower(recipient), created_at desc, id desc);
create index message_due on message (next_attempt_at) where status = 'queued';
