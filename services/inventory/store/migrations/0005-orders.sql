-- The order stands: its checkout's live hold is the order's, whatever step it had come to. False when there never was one that lived.
create function settle_holds(p_checkout text, p_order text) returns boolean language plpgsql as $$
begin
  perform from checkout_fence where checkout_id = p_checkout for update;
  update hold set status = 'settled', order_id = p_order, expires_at = null where checkout_id = p_checkout and status in ('held', 'firm');
  return found or exists (select from hold where checkout_id = p_checkout and status = 'settled');
end $$;

-- A parcel left: its copies leave the shelf and the ledger says so. Answers the stock items of which more left than was reserved.
create function dispatch_stock(p_checkout text, p_order text, p_items text[], p_units int[], p_ids text[], p_now timestamptz)
returns text[] language plpgsql as $$
declare
  line record;
  part reservation;
  missing int;
  leaving int;
  n int;
  unknown text[] := '{}';
begin
  perform from checkout_fence where checkout_id = p_checkout for update;
  perform from stock_item where id = any (p_items) order by id for update;
  for line in
    select u.item, sum(u.units)::int as units, min(u.id) as id from unnest(p_items, p_units, p_ids) u (item, units, id) group by u.item order by u.item
  loop
    n := 0;
    -- Copies that left before they were counted in are counted in now.
    for part in select * from reservation r where r.checkout_id = p_checkout and r.stock_item_id = line.item and r.promised and r.open_units > 0 order by r.id loop
      select greatest(0, part.open_units - (i.on_hand - i.reserved)) into missing from stock_item i where i.id = line.item;
      if missing > 0 then
        insert into stock_level (stock_item_id, location_id) values (line.item, 'loc_main') on conflict do nothing;
        update stock_level set on_hand = on_hand + missing where stock_item_id = line.item and location_id = 'loc_main';
        perform move_stock(line.item, missing, 0, 0);
        insert into movement (id, stock_item_id, location_id, change, reason, order_id, at)
        values (part_id(line.id, n), line.item, 'loc_main', missing, 'counted in at dispatch', p_order, p_now);
        n := n + 1;
      end if;
      perform serve_promise(part);
    end loop;
    for part in select * from reservation r where r.checkout_id = p_checkout and r.stock_item_id = line.item and r.open_units > 0 order by r.id loop
      exit when line.units = 0;
      leaving := least(line.units, part.open_units);
      line.units := line.units - leaving;
      perform move_stock(line.item, -leaving, -leaving, 0);
      update stock_level set on_hand = on_hand - leaving, reserved = reserved - leaving where stock_item_id = line.item and location_id = part.location_id;
      update reservation set open_units = open_units - leaving, fulfilled_units = fulfilled_units + leaving where id = part.id;
      insert into movement (id, stock_item_id, location_id, change, reason, order_id, at)
      values (part_id(line.id, n), line.item, part.location_id, -leaving, 'sale', p_order, p_now);
      n := n + 1;
    end loop;
    if line.units > 0 then
      unknown := unknown || line.item;
    end if;
  end loop;
  return unknown;
end $$;

-- What has not left of a cancelled order is free again.
create function cancel_holds(p_checkout text) returns void language plpgsql as $$
begin
  perform from checkout_fence where checkout_id = p_checkout for update;
  perform free_copies(p_checkout, null);
  update hold set status = 'released', expires_at = null where checkout_id = p_checkout and status in ('held', 'firm', 'settled');
end $$;
