-- Goods that were taken off an order before they left: their copies are free again, or, where they are not fit to be sold, off the shelf.
-- Answers the items of which less was kept for the order.
create function take_off(p_checkout text, p_order text, p_items text[], p_units int[], p_restock boolean[], p_ids text[], p_now timestamptz)
returns text[] language plpgsql as $$
declare
  line record;
  part reservation;
  off int;
  n int;
  unknown text[] := '{}';
begin
  perform from checkout_fence where checkout_id = p_checkout for update;
  perform from stock_item where id = any (p_items) order by id for update;
  for line in
    select u.item, u.restock, sum(u.units)::int as units, min(u.id) as id from unnest(p_items, p_units, p_restock, p_ids) u (item, units, restock, id) group by u.item, u.restock order by u.item, u.restock
  loop
    n := 0;
    -- What is only promised comes off first: nothing lies on the shelf for it.
    for part in select * from reservation r where r.checkout_id = p_checkout and r.stock_item_id = line.item and r.open_units > 0 order by r.promised desc, r.id loop
      exit when line.units = 0;
      off := least(line.units, part.open_units);
      line.units := line.units - off;
      update reservation set open_units = open_units - off where id = part.id;
      if part.promised then
        perform move_stock(line.item, 0, 0, -off);
      elsif line.restock then
        perform move_stock(line.item, 0, -off, 0);
        update stock_level set reserved = reserved - off where stock_item_id = line.item and location_id = part.location_id;
      else
        perform move_stock(line.item, -off, -off, 0);
        update stock_level set on_hand = on_hand - off, reserved = reserved - off where stock_item_id = line.item and location_id = part.location_id;
        insert into movement (id, stock_item_id, location_id, change, reason, order_id, at)
        values (part_id(line.id, n), line.item, part.location_id, -off, 'not fit to be sent', p_order, p_now);
        n := n + 1;
      end if;
    end loop;
    if line.units > 0 then
      unknown := unknown || line.item;
    end if;
    perform serve_promises(line.item);
  end loop;
  return unknown;
end $$;
