-- Where the work is, who has it, and how much of it there is.
--
-- Times are bigint: milliseconds since 1970 UTC, which is exactly core's Instant. Nothing is converted, rounded or
-- shifted by a time zone on the way, a comparison with the caller's `now` is a comparison of integers, and this
-- database's own clock is never asked.
--
-- Names and keys are collate "C": they are compared for being the same and for a fixed order, never read in
-- alphabetical order, so comparing bytes is right, faster, and survives an upgrade of the operating system's locales.

create table interaction (
  -- First what hardly ever changes: PostgreSQL's log then has only the rest of a row that is rewritten on its page.
  id           text collate "C" primary key,
  media_type   text     not null,
  external_id  text     collate "C",
  contact_id   text,
  user_data    jsonb    not null,
  queue        text     collate "C" not null,
  priority     integer  not null,
  version      integer  not null,
  state        text     not null,
  handler      text     collate "C",
  assigned_to  text     collate "C",
  workbin_type text     collate "C",
  owner_kind   text     collate "C",
  owner_id     text     collate "C",
  placed_at    bigint   not null,
  -- Every other field of core's record, as JSON: nobody looks for work by these. It is written with each change and seldom
  -- read, so it is text, which costs nothing to write; a select makes json of it.
  rest         text     not null,

  -- What core says of the fields above, so that an index can answer it and no rule is written a second time in SQL.
  waiting_in   text     collate "C", -- waitingIn: the queue it counts in
  invitee      text     collate "C", -- the agent it is offered to
  deadline     bigint,               -- deadlineOf: when something happens to it by itself
  finished_at  bigint,               -- completedAt, while it is final

  -- Who came first, where two have the same priority. Given by intray_save when it comes to wait, kept for an offer.
  queue_seq    bigint   not null default 0,

  -- The last fence before work is lost or doubled: it is on one desk, in one tray, in one queue, offered to one agent
  -- (from a desk it may be offered as well), or finished. Written without lists of values: PostgreSQL reads a table's
  -- checks anew for each statement, and a list costs it more than all the rest.
  constraint in_exactly_one_place check (
    num_nonnulls(handler, workbin_type, waiting_in, finished_at, case when handler is null then invitee end) = 1),
  constraint tray_has_an_owner check (num_nulls(workbin_type, owner_kind, owner_id) % 3 = 0)
) with (
  -- Room on each page for the next versions of its rows: a row is rewritten six times or more in its life, and one that
  -- finds no room on its page costs a lock and the log of the whole row.
  fillfactor = 60,
  -- A queue is a table in which everything is dead soon. Clean up after a fixed number of dead rows rather than after
  -- a share of a table that only grows, and without pausing in between.
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_analyze_scale_factor = 0.05,
  autovacuum_vacuum_cost_delay = 0
);

create unique index interaction_external_id on interaction (external_id) where external_id is not null;
-- Queue order, twice: highest priority first and in it the oldest (this one, upwards) or the newest (the next one,
-- downwards). A page half-way down a queue of a million costs the same as the first.
create index interaction_waiting on interaction (waiting_in, (- priority), queue_seq) where waiting_in is not null;
create index interaction_waiting_newest on interaction (waiting_in, priority, queue_seq) where waiting_in is not null;
create index interaction_tray on interaction (workbin_type, owner_kind, owner_id, placed_at, id)
  where workbin_type is not null;
create index interaction_handler on interaction (handler) where handler is not null;
create index interaction_invitee on interaction (invitee) where invitee is not null;
create index interaction_deadline on interaction (deadline) where deadline is not null;
create index interaction_finished on interaction (assigned_to, finished_at, id) where finished_at is not null;

-- A save takes one number and counts on from there: see intray_save. No batch is as large as the step.
create sequence queue_sequence as bigint increment by 4096;

-- One row an agent. No index but the key: a renewed lease is the most frequent write there is, and as long as no
-- index holds what it changes it stays on its page. Questions about all sessions read the whole table; it has as many
-- rows as there are agents.
create table agent_session (
  agent_id    text collate "C" primary key,
  version     integer not null,
  active      boolean not null,
  reachable   boolean not null,
  lease_until bigint,
  rest        text    not null -- JSON, as above
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

-- How much is in a tray or a queue, kept and not counted. There is no check that n is not negative: PostgreSQL tests
-- the row that "insert ... on conflict" proposes before it finds the one to add it to.
create table tally (
  place text collate "C" primary key,
  n     bigint not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

create table contact_last_agent (
  contact_id text collate "C" not null,
  media_type text collate "C" not null,
  agent_id   text   not null,
  at         bigint not null,
  primary key (contact_id, media_type)
);
