-- The language an account was opened in: its mails are written in it.
alter table "user" add column "locale" text not null default 'en-GB';
