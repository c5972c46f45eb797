-- The audit counts the mails of an order.
create index message_of_order on message ((data ->> 'orderId')) where data ? 'orderId';
