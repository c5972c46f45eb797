-- The four tables that the sign-in library keeps, under its own column names.
create table "user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null,
  "emailVerified" boolean not null default false,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  -- Words divided by commas: shopper, seller, operator.
  "roles" text not null default 'shopper',
  -- Which facts of the account have gone out as events.
  "announced" boolean not null default false,
  "announcedEmail" text
);
create unique index user_email on "user" (lower("email"));
create index user_unannounced on "user" ("createdAt") where not "announced" or ("emailVerified" and "announcedEmail" is distinct from "email");
create index user_newest on "user" ("createdAt" desc, "id" desc);

create table "session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references "user" ("id") on delete cascade
);
create index session_by_user on "session" ("userId");

create table "account" (
  "id" text primary key,
  "issuer" text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references "user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_by_user on "account" ("userId");
create unique index account_by_issuer on "account" ("issuer", "accountId");

create table "verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on "verification" ("identifier");

create table address (
  id text primary key,
  account_id text not null references "user" ("id") on delete cascade,
  address jsonb not null,
  is_default boolean not null default false,
  created_at timestamptz not null default now()
);
create index address_account on address (account_id, created_at);
create unique index address_default on address (account_id) where is_default;
