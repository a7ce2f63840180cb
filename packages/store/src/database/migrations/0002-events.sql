-- What happened, for ever, and what was answered to whom.

-- Append-only. Cut into months, so that old ones can be moved or dropped as whole tables.
--
-- A reader's cursor is (txid, seq), not seq alone: numbers are given out when a row is written, and rows are seen when
-- their transaction commits. A reader who asks "after number 7" while 6 is still uncommitted never sees 6. Transactions
-- are told apart by txid, and a reader stays below the oldest one that still runs.
-- A save takes one number for all its events and counts on from there.
create sequence event_sequence as bigint increment by 4096;

create table event (
  txid       xid8    not null default pg_current_xact_id(),
  seq        bigint  not null default nextval('event_sequence'),
  at         bigint  not null,
  subject    text    not null,
  subject_id text    collate "C" not null,
  version    integer not null,
  type       text    not null,
  state      text,
  "by"       text    not null,
  data       text    not null, -- JSON, handed back as it came and never searched: text costs nothing to write
  topics     text[]  not null,
  command_id text
) partition by range (at);

create index event_feed on event (txid, seq);
create index event_history on event (subject_id, version);

-- Takes what no month was made for, so that an event is never refused for its date.
create table event_other partition of event default;

-- Makes the partition for from_ms <= at < to_ms if it is not there. What meanwhile went to event_other moves over.
create function intray_ensure_event_partition(name text, from_ms bigint, to_ms bigint) returns boolean
language plpgsql as $$
begin
  if to_regclass(name) is not null then
    return false;
  end if;
  -- Nodes that start together do this one after the other, and nobody adds to event_other while it is emptied. Saves
  -- go on meanwhile. (An advisory lock is not enough: waiting for one does not tell what others created meanwhile.)
  lock table event in share update exclusive mode;
  lock table event_other in access exclusive mode;
  if to_regclass(name) is not null then
    return false;
  end if;
  execute format('create table %I (like event including defaults including constraints)', name);
  execute format('with moved as (delete from event_other where at >= $1 and at < $2 returning *)
                  insert into %I select * from moved', name) using from_ms, to_ms;
  execute format('alter table event attach partition %I for values from (%s) to (%s)', name, from_ms, to_ms);
  return true;
end $$;

-- The answer to a command that was done, so that the same command again is answered and not done again.
create table receipt (
  command_id text collate "C" primary key,
  at         bigint not null,
  receipt    text   not null -- JSON
);
