-- Remembers the highest fence of a checkout and takes its row; false when a higher one was seen.
create function pass_fence(p_checkout text, p_fence bigint) returns boolean language plpgsql as $$
begin
  insert into checkout_fence as known (checkout_id, fence) values (p_checkout, p_fence)
  on conflict (checkout_id) do update set fence = excluded.fence where known.fence <= excluded.fence;
  return found;
end $$;

-- Binds lines to a checkout, given the cart as it was priced. Outcomes: bound (with the lines as agreed, then or before), stale,
-- undone, missing, busy (with the other checkout), changed (priced from an older version), empty.
create function bind_cart(
  p_checkout text, p_attempt bigint, p_fence bigint, p_cart text, p_owner text, p_version int, p_lines text[], p_frozen jsonb
) returns table (outcome text, market text, frozen jsonb, other text) language plpgsql as $$
#variable_conflict use_column
declare
  known binding;
  basket cart;
begin
  if not pass_fence(p_checkout, p_fence) then
    return query select 'stale', null::text, null::jsonb, null::text;
    return;
  end if;
  select * into known from binding b where b.checkout_id = p_checkout and b.attempt = p_attempt;
  if found then
    return query select case when known.status in ('bound', 'removed') then 'bound' else 'undone' end, known.market, known.frozen, null::text;
    return;
  end if;
  select * into basket from cart c where c.id = p_cart for update;
  if not found or basket.owner <> p_owner then
    return query select 'missing', null::text, null::jsonb, null::text;
  elsif basket.checkout_id is not null then
    return query select 'busy', null::text, null::jsonb, basket.checkout_id;
  elsif basket.version <> p_version then
    return query select 'changed', null::text, null::jsonb, null::text;
  elsif basket.placed_checkout_id is not null and basket.lines = '[]' then
    return query select 'busy', null::text, null::jsonb, basket.placed_checkout_id;
  elsif cardinality(p_lines) = 0 then
    return query select 'empty', null::text, null::jsonb, null::text;
  else
    update cart c set
      checkout_id = p_checkout,
      version = c.version + 1,
      lines = (
        select jsonb_agg(case when e.line ->> 'id' = any (p_lines) then e.line || jsonb_build_object('checkoutId', p_checkout) else e.line end order by e.place)
        from jsonb_array_elements(c.lines) with ordinality e (line, place)
      )
    where c.id = p_cart;
    insert into binding (checkout_id, attempt, cart_id, status, market, frozen) values (p_checkout, p_attempt, p_cart, 'bound', basket.market, p_frozen);
    return query select 'bound', basket.market, p_frozen, null::text;
  end if;
end $$;

-- The bound lines leave the cart, which is told under the cart's lock: version and cart make an id of their own. Answers how many left, then or before; -1 when a higher fence was seen.
create function remove_bound(p_checkout text, p_fence bigint, p_cart text) returns int language plpgsql as $$
declare
  known binding;
  basket cart;
begin
  if not pass_fence(p_checkout, p_fence) then
    return -1;
  end if;
  -- One attempt at most is bound, and it is the one that was placed.
  select * into known from binding where checkout_id = p_checkout and cart_id = p_cart and status in ('bound', 'removed');
  if not found then
    return 0;
  end if;
  if known.status = 'bound' then
    update binding set status = 'removed' where checkout_id = p_checkout and attempt = known.attempt;
    update cart c set
      checkout_id = null,
      version = c.version + 1,
      lines = rest.lines,
      placed_checkout_id = case when rest.lines = '[]' then p_checkout end
    from (
      select coalesce(jsonb_agg(e.line order by e.place) filter (where e.line ->> 'checkoutId' is distinct from p_checkout), '[]') as lines
      from cart k, jsonb_array_elements(k.lines) with ordinality e (line, place) where k.id = p_cart
    ) rest
    where c.id = p_cart and c.checkout_id = p_checkout
    returning c.* into basket;
    insert into outbox (id, name, version, key, data)
    select concat_ws(':', 'evt', basket.id, basket.version), 'cart-changed', 1, basket.id, jsonb_build_object(
      'cartId', basket.id, 'owner', basket.owner, 'market', basket.market, 'version', basket.version,
      'lines', coalesce((select jsonb_agg(jsonb_build_object('offerId', e.line -> 'offerId', 'quantity', e.line -> 'quantity') order by e.place)
        from jsonb_array_elements(basket.lines) with ordinality e (line, place)), '[]'))
    where basket.id is not null;
  end if;
  return jsonb_array_length(known.frozen);
end $$;
