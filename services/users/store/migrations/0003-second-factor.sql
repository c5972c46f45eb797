-- A code from the owner's phone beside the password, under the sign-in library's own names.
alter table "user" add column "twoFactorEnabled" boolean not null default false;

create table "twoFactor" (
  "id" text primary key,
  -- Both encrypted by the newest secret.
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null unique references "user" ("id") on delete cascade,
  -- Whether the owner has shown that the phone knows the secret.
  "verified" boolean not null default false,
  "failedVerificationCount" int not null default 0,
  "lockedUntil" timestamptz
);
