-- Everything that a batch of decisions changed, in one call, which is one round trip and one commit. Either all of it
-- is kept, or 'IN001' is raised because something was no longer as it was when the decisions were taken (so is 23505,
-- unique_violation: somebody else had the same external id or command id first).
--
-- Rows are locked in one order everywhere: sessions, interactions (changed ones before new ones), receipts, last
-- agents, tallies, and in each by key. So two nodes may wait for each other but never in a circle. Tallies come last
-- because they are what everybody wants: a queue's count is locked for as long as the commit takes and no longer.
--
-- Each argument is one array of rows, `null` for none, and comes in the order in which its rows are to be locked. (Sorted
-- here, a small save would cost a fifth more.)

-- `before` is the version that was decided on, 0 for what is new.
create type saved_session as (
  before integer, agent_id text, version integer, active boolean, reachable boolean, lease_until bigint, rest text);

-- A changed one without `user_data` keeps what it has: that may be a long e-mail, and most changes are of something
-- else. `turn` is its place in the batch: who was decided on first, waits first.
create type saved_interaction as (
  before integer, turn integer, id text, version integer, state text, media_type text, queue text, priority integer,
  external_id text, contact_id text, handler text, assigned_to text, workbin_type text, owner_kind text, owner_id text,
  placed_at bigint, user_data jsonb, rest text, waiting_in text, invitee text, deadline bigint, finished_at bigint);

create type saved_event as (
  at bigint, subject text, subject_id text, version integer, type text, state text, "by" text, data text, topics text[],
  command_id text);

-- `expected` where a limit was decided on: the count must still be that.
create type saved_tally as (place text, "by" bigint, expected bigint);

-- Answers where in the feed the events came to lie, so that the node that saved them need not read them back; why that
-- is enough to know is written in own-place.ts. `first_seq` is the number of the first event; the others follow one by one. `running`: the transactions
-- with a lower number that were still running when everything had been written and every lock was held, mostly none.
-- `after_…` is the last event before them that was visible then, null if there was none. All null for a batch without
-- events. `known_…` is the last event of a transaction of which the caller knows that it was kept: if no number lies
-- between that and this one, nothing has to be looked for.
create function intray_running_before(own xid8, now pg_snapshot) returns text[]
language sql
-- A snapshot names those that run below the last one that has ended; what came after that one still runs as well.
return array(select x::text from pg_snapshot_xip(now) x where x < own
             union all
             select n::text from generate_series(pg_snapshot_xmax(now)::text::bigint, own::text::bigint - 1) n);

create function intray_save(
  sessions saved_session[], submitted saved_interaction[], changed saved_interaction[], events saved_event[],
  receipts receipt[], last_agents contact_last_agent[], tallies saved_tally[], expecting boolean,
  known_txid bigint, known_seq bigint,
  out txid xid8, out first_seq bigint, out running text[], out after_txid xid8, out after_seq bigint
)
language plpgsql
set enable_seqscan = off
-- Otherwise each statement is planned anew in each save, because a plan for the rows at hand looks cheaper than the one
-- for any rows. It is the same plan, and a small save would consist of planning to nine tenths.
set plan_cache_mode = force_generic_plan
as $$
declare
  done       integer;
  added      integer;
  first_turn bigint;
  wrong      text;
begin
  -- How rows that are there already are changed: by where they lie on the disk (ctid), which `lateral … offset 0` looks
  -- up by key, one row after the other. It is the only plan there is, for an empty table as for one of a million rows;
  -- joined in the ordinary way, the plan that was made while the table was empty, and kept, read all of it for every
  -- save. The order of the list is the order of the locks. Who changes a row in between changes its version, so
  -- the row is no longer counted. (A loop over the rows needs no such care and costs half as much again: PostgreSQL
  -- parses a table's checks anew for each statement.)
  if sessions is not null then
    -- A lease is renewed without a new version, so a decision taken before the renewal must not undo it: a lease only
    -- grows while its session lasts. And who was found unreachable was found so by the lease: it must still be that.
    update agent_session s
       set version = w.version, active = w.active, reachable = w.reachable, rest = w.rest,
           lease_until = case when w.active then greatest(s.lease_until, w.lease_until) else w.lease_until end
      from (select x.*, found.ctid as place
              from unnest(sessions) x
             cross join lateral (select f.ctid from agent_session f where f.agent_id = x.agent_id offset 0) found
             where x.before > 0 offset 0) w
     where s.ctid = w.place and s.version = w.before
       and (w.reachable or not w.active or not s.reachable or s.lease_until is not distinct from w.lease_until);
    get diagnostics done = row_count;

    if done < cardinality(sessions) then
      insert into agent_session (agent_id, version, active, reachable, lease_until, rest)
      select agent_id, version, active, reachable, lease_until, rest from unnest(sessions) x where before = 0;
      get diagnostics added = row_count;
      if done + added <> cardinality(sessions) then
        select x.agent_id into wrong from unnest(sessions) x
         where not exists (select from agent_session s where s.agent_id = x.agent_id and s.version = x.version offset 0)
         limit 1;
        raise exception 'the session of % has changed', coalesce(wrong, 'somebody') using errcode = 'IN001';
      end if;
    end if;
  end if;

  if changed is not null or submitted is not null then
    first_turn := nextval('queue_sequence');
  end if;

  if changed is not null then
    update interaction i
       set version = w.version, state = w.state, media_type = w.media_type, queue = w.queue, priority = w.priority,
           external_id = w.external_id, contact_id = w.contact_id, handler = w.handler, assigned_to = w.assigned_to,
           workbin_type = w.workbin_type, owner_kind = w.owner_kind, owner_id = w.owner_id, placed_at = w.placed_at,
           user_data = coalesce(w.user_data, i.user_data), rest = w.rest,
           waiting_in = w.waiting_in, invitee = w.invitee, deadline = w.deadline, finished_at = w.finished_at,
           -- It goes to the end of a queue when it comes to one: from elsewhere, from another queue, or anew. An offer
           -- that was declined or missed was only away from its place, and finds it again. (It may have come and been offered
           -- in one and the same commit.)
           queue_seq = case
             when (w.waiting_in is not null or w.state = 'Invited')
              and (w.placed_at <> i.placed_at or w.queue <> i.queue or (i.waiting_in is null and i.state <> 'Invited'))
             then first_turn + w.turn else i.queue_seq end
      from (select x.*, found.ctid as place
              from unnest(changed) x
             cross join lateral (select f.ctid from interaction f where f.id = x.id offset 0) found
            offset 0) w
     where i.ctid = w.place and i.version = w.before;
    get diagnostics done = row_count;
    if done <> cardinality(changed) then
      select x.id into wrong from unnest(changed) x
       where not exists (select from interaction i where i.id = x.id and i.version = x.version offset 0)
       limit 1;
      raise exception 'interaction % has changed', wrong using errcode = 'IN001';
    end if;
  end if;

  if submitted is not null then
    insert into interaction (
      id, version, state, media_type, queue, priority, external_id, contact_id, handler, assigned_to, workbin_type,
      owner_kind, owner_id, placed_at, user_data, rest, waiting_in, invitee, deadline, finished_at, queue_seq)
    select id, version, state, media_type, queue, priority, external_id, contact_id, handler, assigned_to, workbin_type,
           owner_kind, owner_id, placed_at, user_data, rest, waiting_in, invitee, deadline, finished_at,
           first_turn + turn
      from unnest(submitted);
  end if;

  if events is not null then
    first_seq := nextval('event_sequence');
    insert into event (seq, at, subject, subject_id, version, type, state, "by", data, topics, command_id)
    select first_seq + n - 1, at, subject, subject_id, version, type, state, "by", data, topics, command_id
      from unnest(events) with ordinality
        as x (at, subject, subject_id, version, type, state, "by", data, topics, command_id, n);
    txid := pg_current_xact_id();
  end if;

  if receipts is not null then
    insert into receipt select * from unnest(receipts);
  end if;

  if last_agents is not null then
    insert into contact_last_agent
    select * from unnest(last_agents)
    on conflict (contact_id, media_type) do update set agent_id = excluded.agent_id, at = excluded.at;
  end if;

  if expecting then
    -- Added first and compared afterwards: the lock is taken once, and a wrong count takes everything back.
    with counted as (
      insert into tally as t (place, n) select place, "by" from unnest(tallies)
      on conflict (place) do update set n = t.n + excluded.n
      returning place, n
    )
    select place into wrong from unnest(tallies) join counted using (place) where n - "by" <> expected limit 1;
    if wrong is not null then
      raise exception 'the count of % has changed', wrong using errcode = 'IN001';
    end if;
  elsif tallies is not null then
    insert into tally as t (place, n) select place, "by" from unnest(tallies)
    on conflict (place) do update set n = t.n + excluded.n;
  end if;

  if events is not null then
    running := '{}';
    if pg_snapshot_xmin(pg_current_snapshot()) <> txid then
      running := intray_running_before(txid, pg_current_snapshot());
    end if;
    -- What was running has been noted before this looks: who ends in between is waited for in vain, not overlooked.
    if txid::text::bigint = known_txid + 1 then
      after_txid := known_txid::text::xid8;
      after_seq := known_seq;
    else
      select e.txid, e.seq into after_txid, after_seq
        from event e where e.txid < intray_save.txid order by e.txid desc, e.seq desc limit 1;
    end if;
  end if;
end $$;
