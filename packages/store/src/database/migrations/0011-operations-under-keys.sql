-- Operations on many pieces of work that were sent under a key, and what was answered. Kept for a day, as core says.
create table operation_under_key (
  key         text collate "C" primary key,
  fingerprint text   not null,
  at          bigint not null,
  plan        text   not null, -- JSON, handed back as it came
  answer      text             -- JSON; null until all of it has been done
);
create index operation_under_key_age on operation_under_key (at);
