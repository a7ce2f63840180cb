-- How much of each medium lies in each tray, kept beside how much lies there at all: in the same table, under the
-- tray's own name, U+001F (which no name contains) and the media type. So all that is kept of one tray stands together
-- in the key, and one look into it finds every medium of which there is, or ever was, something.
--
-- What lies in trays already is counted here once. Nothing may be put in or taken out meanwhile. A server of an older
-- version that runs on after this does not keep these counts: stop it before the first newer one starts.
lock table interaction in share mode;

insert into tally (place, n)
select 'workbin:' || workbin_type || '@' || owner_kind || ':' || owner_id || chr(31) || media_type, count(*)
  from interaction
 where workbin_type is not null
 group by 1;
