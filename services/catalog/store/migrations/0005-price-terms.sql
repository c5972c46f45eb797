-- Prices for some countries or days, which go before `prices` where and when they hold.
alter table offer add column price_terms json;

-- The next day, `YYYY-MM-DD`, on which what is shown of a product changes by itself.
alter table product add column changes_on text;
create index product_by_change on product (changes_on) where changes_on is not null;
