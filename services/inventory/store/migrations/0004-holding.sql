-- Remembers the highest fence of a checkout and takes its row; false when a higher one was seen.
create function pass_fence(p_checkout text, p_fence bigint) returns boolean language plpgsql as $$
begin
  insert into checkout_fence as known (checkout_id, fence) values (p_checkout, p_fence)
  on conflict (checkout_id) do update set fence = excluded.fence where known.fence <= excluded.fence;
  return found;
end $$;

-- Holds all lines or none. Outcomes: held, stale, undone, missing and short (with the stock items that are).
create function hold_stock(
  p_checkout text, p_attempt bigint, p_fence bigint, p_items text[], p_units int[], p_ids text[], p_expires_at timestamptz, p_now timestamptz
) returns table (outcome text, promised boolean, stock_items text[]) language plpgsql as $$
#variable_conflict use_column
declare
  known hold;
  line record;
  missing text[];
  short text[];
  any_promised boolean := false;
begin
  if not pass_fence(p_checkout, p_fence) then
    return query select 'stale', false, null::text[];
    return;
  end if;
  select * into known from hold h where h.checkout_id = p_checkout and h.attempt = p_attempt;
  if found then
    return query select case when known.status in ('held', 'firm', 'settled') then 'held' else 'undone' end, known.promised, null::text[];
    return;
  end if;

  if cardinality(p_items) > 1 then
    perform from stock_item i where i.id = any (p_items) order by i.id for update;
  end if;
  select array_agg(d.item) filter (where i.id is null),
    array_agg(d.item) filter (where i.on_hand - i.reserved < d.units and i.promise_limit - i.promised < d.units)
  into missing, short
  from (select item, sum(units) as units from unnest(p_items, p_units) u (item, units) group by item) d
  left join stock_item i on i.id = d.item;
  if missing is not null or short is not null then
    return query select case when missing is null then 'short' else 'missing' end, false, coalesce(missing, short);
    return;
  end if;

  for line in
    select u.item, sum(u.units)::int as units, min(u.id) as id from unnest(p_items, p_units, p_ids) u (item, units, id) group by u.item order by u.item
  loop
    if move_stock(line.item, 0, line.units, 0) then
      insert into reservation (id, checkout_id, attempt, stock_item_id, location_id, promised, units, open_units, created_at)
      select part_id(line.id, (row_number() over () - 1)::int), p_checkout, p_attempt, line.item, t.location_id, false, t.units, t.units, p_now
      from take_copies(line.item, line.units) t;
    elsif move_stock(line.item, 0, 0, line.units) then
      any_promised := true;
      insert into reservation (id, checkout_id, attempt, stock_item_id, location_id, promised, units, open_units, created_at)
      values (line.id, p_checkout, p_attempt, line.item, null, true, line.units, line.units, p_now);
    else
      -- Only a single line comes here, which was not locked before it was looked at: several are either all there or none is taken.
      return query select 'short', false, array[line.item];
      return;
    end if;
  end loop;
  insert into hold (checkout_id, attempt, status, promised, expires_at) values (p_checkout, p_attempt, 'held', any_promised, p_expires_at);
  return query select 'held', any_promised, null::text[];
end $$;

create function extend_hold(p_checkout text, p_attempt bigint, p_fence bigint, p_expires_at timestamptz) returns text language plpgsql as $$
declare
  known text;
begin
  if not pass_fence(p_checkout, p_fence) then
    return 'stale';
  end if;
  select status into known from hold where checkout_id = p_checkout and attempt = p_attempt;
  if known in ('released', 'undone') then
    return 'undone';
  end if;
  update hold set expires_at = p_expires_at where checkout_id = p_checkout and attempt = p_attempt and status = 'held';
  return case when found then 'extended' else 'not held' end;
end $$;

-- Takes the expiry away. Outcomes: firm, stale, undone, lapsed.
create function firm_hold(p_checkout text, p_attempt bigint, p_fence bigint, p_order text) returns text language plpgsql as $$
declare
  known text;
begin
  if not pass_fence(p_checkout, p_fence) then
    return 'stale';
  end if;
  update hold set status = 'firm', order_id = p_order, expires_at = null where checkout_id = p_checkout and attempt = p_attempt and status = 'held';
  if found then
    return 'firm';
  end if;
  select status into known from hold where checkout_id = p_checkout and attempt = p_attempt;
  return case when known in ('firm', 'settled') then 'firm' when known in ('released', 'undone') then 'undone' else 'lapsed' end;
end $$;

-- Gives back what is still open of a checkout, of one attempt when one is named. The items' rows are taken before the reservations'.
create function free_copies(p_checkout text, p_attempt bigint) returns void language plpgsql as $$
declare
  part reservation;
  items text[];
  item text;
begin
  select array_agg(distinct r.stock_item_id order by r.stock_item_id) into items
  from reservation r where r.checkout_id = p_checkout and (p_attempt is null or r.attempt = p_attempt) and r.open_units > 0;
  perform from stock_item where id = any (items) order by id for update;
  for part in
    select * from reservation r
    where r.checkout_id = p_checkout and (p_attempt is null or r.attempt = p_attempt) and r.open_units > 0 order by r.stock_item_id, r.id
  loop
    if part.promised then
      perform move_stock(part.stock_item_id, 0, 0, -part.open_units);
    else
      perform move_stock(part.stock_item_id, 0, -part.open_units, 0);
      update stock_level set reserved = reserved - part.open_units where stock_item_id = part.stock_item_id and location_id = part.location_id;
    end if;
    update reservation set open_units = 0 where id = part.id;
  end loop;
  foreach item in array coalesce(items, '{}') loop
    perform serve_promises(item);
  end loop;
end $$;

-- The undo of a hold; leaves a tombstone when there was none. Outcomes: released, nothing, stale.
create function release_hold(p_checkout text, p_attempt bigint, p_fence bigint) returns text language plpgsql as $$
declare
  known text;
begin
  if not pass_fence(p_checkout, p_fence) then
    return 'stale';
  end if;
  select status into known from hold where checkout_id = p_checkout and attempt = p_attempt;
  if known is null then
    insert into hold (checkout_id, attempt, status) values (p_checkout, p_attempt, 'undone');
    return 'nothing';
  end if;
  if known in ('held', 'firm') then
    perform free_copies(p_checkout, p_attempt);
    update hold set status = 'released', expires_at = null where checkout_id = p_checkout and attempt = p_attempt;
    return 'released';
  end if;
  return case when known = 'released' then 'released' else 'nothing' end;
end $$;

-- Frees a hold whose expiry passed and that nobody knows any more. True when it did.
create function lapse_hold(p_checkout text, p_attempt bigint, p_before timestamptz) returns boolean language plpgsql as $$
begin
  perform from checkout_fence where checkout_id = p_checkout for update;
  update hold set status = 'lapsed' where checkout_id = p_checkout and attempt = p_attempt and status = 'held' and expires_at < p_before;
  if not found then
    return false;
  end if;
  perform free_copies(p_checkout, p_attempt);
  return true;
end $$;
