-- A payment is begun by one statement of the service's own.
drop function begin_payment(text, text, bigint, text, text, text, text, bigint, jsonb, text, timestamptz, timestamptz);
