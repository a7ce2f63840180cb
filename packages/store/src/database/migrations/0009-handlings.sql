-- One row for each stay of work on somebody's desk that has ended, written with the measures it counts in.
create table report_handling (
  left_at bigint not null,
  key     text collate "C" not null,
  record  text   not null,
  primary key (left_at, key)
);

-- The records of tasks are read in the order in which they came in.
create index report_task_captured on report_task (captured_at, id);
