-- What is counted about work, from the events alone. The cursor lies in the same transaction as what was counted up to
-- it: an event is counted once, whoever counts and whatever is killed.
create table report_cursor (
  only_one boolean primary key default true check (only_one),
  cursor   text collate "C" not null
);
insert into report_cursor (cursor) values ('0.0');

-- One row for each piece of work, as far as events have been counted.
create table report_task (
  id         text collate "C" primary key,
  open       boolean not null,
  in_hand    boolean not null,
  held       boolean not null,
  queue      text collate "C" not null,
  media_type text collate "C" not null,
  department text collate "C",
  process    text collate "C",
  agent      text collate "C",
  captured_at bigint not null,
  due_at     bigint,
  record     text   not null
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index report_task_open on report_task (id) where open;

-- What each agent is looking at.
create table report_focus (
  agent_id       text collate "C" primary key,
  interaction_id text collate "C" not null,
  since          bigint not null
);

-- In quarters of an hour, by name of a dimension.
create table report_measure (
  dimension text collate "C" not null,
  name      text collate "C" not null,
  slot      bigint not null,
  measure   text collate "C" not null,
  n         bigint not null,
  sum       bigint not null,
  primary key (dimension, slot, name, measure)
) with (fillfactor = 70);
