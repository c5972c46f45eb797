-- Decides many holds of one item in one transaction, in their order, each for one line of it and of a checkout of its own. Outcomes in that
-- order: held, short, stale; null where it has to be asked for by itself (a repeat, an undone attempt, a promise, an unknown item, copies
-- that lie at several locations). Fences are taken before the item, both as everywhere, in the order of their ids.
create function hold_together(
  p_item text, p_checkouts text[], p_attempts bigint[], p_fences bigint[], p_units int[], p_ids text[], p_expires timestamptz[], p_now timestamptz
) returns text[] language plpgsql as $$
declare
  passed text[];
  item stock_item;
  one record;
  free int;
  taken int := 0;
  outcomes text[] := array_fill(null::text, array[cardinality(p_checkouts)]);
begin
  with mine as (
    insert into checkout_fence as known (checkout_id, fence) select c, f from unnest(p_checkouts, p_fences) u (c, f) order by c
    on conflict (checkout_id) do update set fence = excluded.fence where known.fence <= excluded.fence returning checkout_id
  ) select array_agg(checkout_id) into passed from mine;
  select * into item from stock_item where id = p_item for update;
  free := item.on_hand - item.reserved;
  for one in
    select u.nth::int as nth, u.units, u.checkout = any (passed) as passes, h.status
    from unnest(p_checkouts, p_attempts, p_units) with ordinality u (checkout, attempt, units, nth)
    left join hold h on h.checkout_id = u.checkout and h.attempt = u.attempt order by u.nth
  loop
    if one.passes is not true then
      outcomes[one.nth] := 'stale';
    elsif item.id is null or one.status is not null then
      continue;
    elsif one.units <= free then
      outcomes[one.nth] := 'held';
      free := free - one.units;
      taken := taken + one.units;
    elsif item.promise_limit - item.promised < one.units then
      outcomes[one.nth] := 'short';
    end if;
  end loop;
  if taken = 0 then
    return outcomes;
  end if;
  update stock_level set reserved = reserved + taken where stock_item_id = p_item and location_id = 'loc_main' and on_hand - reserved >= taken;
  if not found then
    return array_fill(null::text, array[cardinality(p_checkouts)]);
  end if;
  if not move_stock(p_item, 0, taken, 0) then
    raise exception 'item % has fewer copies than a moment ago', p_item;
  end if;
  insert into reservation (id, checkout_id, attempt, stock_item_id, location_id, promised, units, open_units, created_at)
  select u.id, u.checkout, u.attempt, p_item, 'loc_main', false, u.units, u.units, p_now
  from unnest(p_ids, p_checkouts, p_attempts, p_units, outcomes) u (id, checkout, attempt, units, outcome) where u.outcome = 'held';
  insert into hold (checkout_id, attempt, status, promised, expires_at)
  select u.checkout, u.attempt, 'held', false, u.expires from unnest(p_checkouts, p_attempts, p_expires, outcomes) u (checkout, attempt, expires, outcome) where u.outcome = 'held';
  return outcomes;
end $$;
