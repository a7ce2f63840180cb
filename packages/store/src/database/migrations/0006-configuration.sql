-- Why a configuration was changed, in its author's words.
alter table configuration add column note text;
