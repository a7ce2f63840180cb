-- A command is kept only if the configuration it was decided on is still the newest one. Called last in a save: from here
-- until its commit the save holds the fence together with other saves. Who is about to take a queue, a tray, a medium or
-- a person away holds it alone. So either the save finds the new version, or the change finds what was saved.
--
-- In plpgsql, where each statement looks at the database as it is when it begins; as one statement the second would still
-- see what was there before the first had waited.
create function intray_as_configured(decided_on bigint) returns boolean
language plpgsql strict
as $$
begin
  perform pg_advisory_xact_lock_shared(4712004);
  if exists (select from configuration where version > decided_on) then
    raise exception 'the configuration has changed since version %', decided_on using errcode = 'IN002';
  end if;
  return true;
end $$;
