-- How much lies in each tray that nobody who shares it has opened since it came there, kept beside the other counts under
-- a name of its own. Who has opened what is a field of the record, so it is in `rest`.
--
-- Nothing that lies in a tray by now has been opened, as far as is known. Counted here once; nothing may be put in or
-- taken out meanwhile.
lock table interaction in share mode;

insert into tally (place, n)
select 'unopened:' || workbin_type || '@' || owner_kind || ':' || owner_id, count(*)
  from interaction
 where workbin_type is not null and state = 'InWorkbin'
 group by 1;

-- How far the words of what was there before words were kept have been made up for: by id, in steps. Nothing is missing
-- where there was no work before.
create table older_words (
  only_one boolean primary key default true check (only_one),
  after    text collate "C" not null,
  done     boolean not null
);
insert into older_words (after, done) select '', not exists (select from interaction);
