-- What may be sold, as a shopper is told of it: 6 is plenty, 1 to 5 so many copies, 0 none, -1 none but promised.
create function stock_band(available int, promisable int) returns int language sql immutable
return case when available > 5 then 6 when available > 0 then available when promisable > 0 then -1 else 0 end;

-- The id of the n-th part of something that was to be one row: the last letter counts on.
create function part_id(id text, part int) returns text language sql immutable
return case when part = 0 then id
  else left(id, -1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (strpos('0123456789abcdefghjkmnpqrstvwxyz', right(id, 1)) - 1 + part) % 32 + 1, 1) end;

-- Appends to the outbox that an item's band changed, and leaves word in the transaction that it did. The item's row is locked and its
-- version is new, so that its events come in the order of its versions, and item, version and name make an id of their own.
create function tell_band(item stock_item, before int, band int) returns void language plpgsql as $$
begin
  insert into outbox (id, name, version, key, data)
  select concat_ws(':', 'evt', item.id, item.version, event.name), event.name, 1, item.id, jsonb_build_object(
    'stockItemId', item.id, 'version', item.version, 'onHand', item.on_hand, 'available', item.on_hand - item.reserved,
    'promisable', item.promise_limit - item.promised, 'availableOn', item.available_on)
  from (values ('stock-band-changed', true), ('stock-ran-low', before = 6), ('restocked', before in (0, -1) and band > 0)) event (name, so)
  where event.so;
  perform set_config('octavo.told', 'yes', true);
end $$;

-- Whether anything was told in this transaction so far. Volatile, so that it is asked when its turn comes.
create function told() returns boolean language sql volatile
return coalesce(current_setting('octavo.told', true), '') = 'yes';

-- The one way an item's figures change, never by an absolute write. False when there is not enough, or no such item; a crossing of
-- bands raises the version and is told.
create function move_stock(p_item text, p_on_hand int, p_reserved int, p_promised int) returns boolean language plpgsql as $$
declare
  item stock_item;
  band int;
  before int;
begin
  update stock_item set
    on_hand = on_hand + p_on_hand,
    reserved = reserved + p_reserved,
    promised = promised + p_promised,
    version = version + (stock_band(on_hand - reserved, promise_limit - promised)
      <> stock_band(on_hand + p_on_hand - reserved - p_reserved, promise_limit - promised - p_promised))::int
  where id = p_item and on_hand + p_on_hand - reserved >= p_reserved and promised + p_promised <= promise_limit
  returning * into item;
  if not found then
    return false;
  end if;
  band := stock_band(item.on_hand - item.reserved, item.promise_limit - item.promised);
  before := stock_band(item.on_hand - item.reserved - p_on_hand + p_reserved, item.promise_limit - item.promised + p_promised);
  if band <> before then
    perform tell_band(item, before, band);
  end if;
  return true;
end $$;

-- Reserves copies at the locations, the default one first; the item's own row was changed before and says that there are enough.
create function take_copies(p_item text, p_units int) returns table (location_id text, units int) language plpgsql as $$
#variable_conflict use_column
declare
  level record;
  missing int := p_units;
begin
  update stock_level l set reserved = l.reserved + p_units
  where l.stock_item_id = p_item and l.location_id = 'loc_main' and l.on_hand - l.reserved >= p_units;
  if found then
    return query select 'loc_main'::text, p_units;
    return;
  end if;
  for level in
    select l.location_id as place, l.on_hand - l.reserved as free from stock_level l
    where l.stock_item_id = p_item and l.on_hand > l.reserved
    order by l.location_id <> 'loc_main', l.location_id
  loop
    exit when missing = 0;
    location_id := level.place;
    units := least(missing, level.free);
    missing := missing - units;
    update stock_level l set reserved = l.reserved + units where l.stock_item_id = p_item and l.location_id = level.place;
    return next;
  end loop;
  if missing > 0 then
    raise exception 'the locations of % have % fewer than the item says', p_item, missing;
  end if;
end $$;

-- Gives a promised reservation real copies: it becomes a row a location. False when there are not enough of them.
create function serve_promise(p_reservation reservation) returns boolean language plpgsql as $$
declare
  part record;
begin
  if not move_stock(p_reservation.stock_item_id, 0, p_reservation.open_units, -p_reservation.open_units) then
    return false;
  end if;
  for part in select t.location_id, t.units, (row_number() over () - 1)::int as n from take_copies(p_reservation.stock_item_id, p_reservation.open_units) t loop
    if part.n = 0 then
      update reservation set promised = false, location_id = part.location_id, units = part.units, open_units = part.units where id = p_reservation.id;
    else
      insert into reservation (id, checkout_id, attempt, stock_item_id, location_id, promised, units, open_units, created_at)
      values (part_id(p_reservation.id, part.n), p_reservation.checkout_id, p_reservation.attempt, p_reservation.stock_item_id,
        part.location_id, false, part.units, part.units, p_reservation.created_at);
    end if;
  end loop;
  return true;
end $$;

-- Copies that are there go to those they were promised to, first come first served.
create function serve_promises(p_item text) returns void language plpgsql as $$
declare
  waiting reservation;
begin
  if not exists (select from stock_item where id = p_item and promised > 0 and on_hand > reserved) then
    return;
  end if;
  for waiting in select * from reservation where stock_item_id = p_item and promised and open_units > 0 order by created_at, id loop
    exit when not serve_promise(waiting);
  end loop;
end $$;

-- A movement at one location. Outcomes: moved, repeated (this key was there before), missing, elsewhere (no such location), short,
-- full (more than a level holds).
create function adjust_stock(p_id text, p_item text, p_location text, p_change int, p_reason text, p_key text, p_now timestamptz)
returns text language plpgsql as $$
declare
  item stock_item;
begin
  select * into item from stock_item where id = p_item for update;
  if not found then
    return 'missing';
  end if;
  if p_key is not null and exists (select from movement where stock_item_id = p_item and key = p_key) then
    return 'repeated';
  end if;
  if not exists (select from location where id = p_location) then
    return 'elsewhere';
  end if;
  if item.on_hand + p_change > 1000000000 then
    return 'full';
  end if;
  insert into stock_level (stock_item_id, location_id) values (p_item, p_location) on conflict do nothing;
  update stock_level set on_hand = on_hand + p_change
  where stock_item_id = p_item and location_id = p_location and on_hand + p_change >= reserved;
  if not found then
    return 'short';
  end if;
  if not move_stock(p_item, p_change, 0, 0) then
    raise exception 'item % has fewer copies than its locations', p_item;
  end if;
  insert into movement (id, stock_item_id, location_id, change, reason, key, at) values (p_id, p_item, p_location, p_change, p_reason, p_key, p_now);
  perform serve_promises(p_item);
  return 'moved';
end $$;
