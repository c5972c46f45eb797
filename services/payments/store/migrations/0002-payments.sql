-- The highest fence seen of a checkout; its row serialises what is done and undone for that checkout.
create table checkout_fence (
  checkout_id text collate "C" primary key,
  fence bigint not null,
  -- The undo came. An authorisation that comes after it is refused.
  undone boolean not null default false
);

create table payment (
  id text collate "C" primary key,
  checkout_id text collate "C" not null unique,
  order_id text collate "C" not null,
  account_id text,
  mode text not null check (mode in ('authorise', 'save_card')),
  status text not null check (status in ('pending', 'requires_action', 'authorised', 'captured', 'voided', 'failed', 'refunded', 'card_saved')),
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  authorised_minor bigint not null default 0,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  -- How it is asked for: the card's token, the address of receipts, whether the card is kept, the number of parcels, where the bank sends back to.
  request jsonb not null,
  provider text not null,
  -- The provider's intent; kept before it is confirmed, so that an outcome that was not heard can be read.
  intent_id text unique,
  customer_id text,
  action_url text,
  failure jsonb,
  card jsonb,
  -- Whether the charge may be captured part by part.
  multicapture boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When to ask the provider again by ourselves; null when nothing is open.
  look_at timestamptz,
  looks int not null default 0,
  check (authorised_minor <= amount_minor),
  check (captured_minor <= authorised_minor),
  check (0 <= refunded_minor and refunded_minor <= captured_minor)
) with (fillfactor = 80);
create index payment_of_order on payment (order_id, id desc);
create index payment_look on payment (look_at) where look_at is not null;

-- Money that is to move after the order: taken, given back, let go. Wanted first, then done; the provider knows each by its key.
create table movement (
  id text collate "C" primary key,
  payment_id text collate "C" not null references payment (id),
  kind text not null check (kind in ('capture', 'refund', 'release')),
  key text not null,
  -- Null: all there is.
  amount_minor bigint check (amount_minor > 0),
  -- Of a capture: whether what is left of the authorisation is let go.
  final boolean not null default true,
  reason text not null default '',
  state text not null check (state in ('wanted', 'done', 'refused')),
  tries int not null default 0,
  due_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  unique (payment_id, kind, key)
);
create index movement_due on movement (due_at) where state = 'wanted';

-- The provider's customer of an account that keeps cards.
create table customer (
  account_id text primary key,
  customer_id text not null
);

-- Remembers the highest fence of a checkout and takes its row; false when a higher one was seen.
create function pass_fence(p_checkout text, p_fence bigint) returns boolean language plpgsql as $$
begin
  insert into checkout_fence as known (checkout_id, fence) values (p_checkout, p_fence)
  on conflict (checkout_id) do update set fence = excluded.fence where known.fence <= excluded.fence;
  return found;
end $$;

-- Begins a payment or finds the one begun: 'begun', 'stale' or 'undone'.
create function begin_payment(
  p_id text, p_checkout text, p_fence bigint, p_order text, p_account text, p_mode text, p_currency text, p_amount bigint, p_request jsonb, p_provider text, p_now timestamptz, p_look_at timestamptz
) returns text language plpgsql as $$
begin
  if not pass_fence(p_checkout, p_fence) then return 'stale'; end if;
  if (select undone from checkout_fence where checkout_id = p_checkout) then return 'undone'; end if;
  insert into payment (id, checkout_id, order_id, account_id, mode, status, currency, amount_minor, request, provider, created_at, updated_at, look_at)
  values (p_id, p_checkout, p_order, p_account, p_mode, 'pending', p_currency, p_amount, p_request, p_provider, p_now, p_now, p_look_at)
  on conflict (checkout_id) do nothing;
  return 'begun';
end $$;

-- Marks a checkout's payment as to be undone, whether it was begun or not: 'undoing' or 'stale'.
create function begin_undo(p_checkout text, p_fence bigint) returns text language plpgsql as $$
begin
  if not pass_fence(p_checkout, p_fence) then return 'stale'; end if;
  update checkout_fence set undone = true where checkout_id = p_checkout;
  return 'undoing';
end $$;
