-- Why a configuration was changed, in its author's words.
alter table configuration add column note text;

-- Unfinished work by medium: whether a media type may go is asked of this, not of every row there ever was.
create index interaction_unfinished on interaction (media_type) where finished_at is null;
