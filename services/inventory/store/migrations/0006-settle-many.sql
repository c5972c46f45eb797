-- Orders stand: the live hold of each one's checkout is the order's, whatever step it had come to. Answers the checkouts of which none lived,
-- then or before. For one at a time there is settle_holds(text, text), which processes of the version before still call.
create function settle_holds(p_checkouts text[], p_orders text[]) returns text[] language plpgsql as $$
declare
  settled text[];
begin
  perform from checkout_fence where checkout_id = any (p_checkouts) order by checkout_id for update;
  with done as (
    update hold set status = 'settled', order_id = o.id, expires_at = null from unnest(p_checkouts, p_orders) as o (checkout, id)
    where hold.checkout_id = o.checkout and hold.status in ('held', 'firm') returning hold.checkout_id
  ) select coalesce(array_agg(checkout_id), '{}') into settled from done;
  if cardinality(settled) = cardinality(p_checkouts) then
    return '{}';
  end if;
  return array(select c from unnest(p_checkouts) c where c <> all (settled) and not exists (select from hold where checkout_id = c and status = 'settled'));
end $$;
