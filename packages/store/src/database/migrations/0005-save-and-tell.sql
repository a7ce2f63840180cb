-- intray_save, and where in the feed its events came to lie, so that the node that saved them need not read them back.
-- Why this is enough to know is written in own-place.ts.
--
-- `own` are the numbers of the events, in order. `alone`: when everything had been written and every lock was held, no
-- transaction with a lower number was running. `after_…` is then the last event before them, null if there was none.
create function intray_save_and_tell(
  sessions json, submitted json, changed json, events json, receipts json, last_agents json, tallies json,
  out txid xid8, out own bigint[], out alone boolean, out after_txid xid8, out after_seq bigint
)
language plpgsql
set enable_seqscan = off
as $$
begin
  perform intray_save(sessions, submitted, changed, events, receipts, last_agents, tallies);
  if events is null then
    return;
  end if;
  txid := pg_current_xact_id();
  select array_agg(e.seq order by e.seq) into own from event e where e.txid = intray_save_and_tell.txid;
  -- One statement, hence one snapshot, taken now: in a volatile function each statement has its own.
  select pg_snapshot_xmin(pg_current_snapshot()) = intray_save_and_tell.txid, l.txid, l.seq
    into alone, after_txid, after_seq
    from (values (true)) always
    left join lateral (
      select e.txid, e.seq from event e
       where e.txid < intray_save_and_tell.txid
       order by e.txid desc, e.seq desc
       limit 1) l on true;
end $$;
