-- Who may sign in, how the contact centre is set up, and which nodes serve it.

create table account (
  user_name     text collate "C" primary key,
  password_hash text not null
);

create table login (
  secret_hash text collate "C" primary key,
  user_name   text collate "C" not null references account on delete cascade,
  opened_at   bigint not null,
  expires_at  bigint not null
);
create index login_user_name on login (user_name);
create index login_expires_at on login (expires_at);

-- Every configuration there ever was; the highest version counts.
create table configuration (
  version bigint generated always as identity primary key,
  at      bigint not null,
  "by"    text   not null,
  body    json   not null
);

create table node (
  id text collate "C" primary key,
  at bigint not null
);
