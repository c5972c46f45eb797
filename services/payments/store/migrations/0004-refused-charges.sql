-- A kept card that refused to pay when the goods left: what the operator is shown, until the money came.
alter table payment add column problem jsonb;
