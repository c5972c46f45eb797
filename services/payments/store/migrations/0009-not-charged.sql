-- Goods that were taken off an order before they left: what of the payment will not be taken.
alter table payment add column not_charged_minor bigint not null default 0 check (0 <= not_charged_minor and not_charged_minor <= amount_minor);
-- Of a refund: how much of it is for such goods, and how much of that was settled by not taking it.
alter table movement add column unsent_minor bigint not null default 0, add column not_charged_minor bigint not null default 0 check (0 <= not_charged_minor and not_charged_minor <= unsent_minor);
