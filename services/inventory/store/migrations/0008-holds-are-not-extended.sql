-- A hold is made until after its checkout's limit; while the checkout lives, its saga is the timer.
drop function extend_hold(text, bigint, bigint, timestamptz);
