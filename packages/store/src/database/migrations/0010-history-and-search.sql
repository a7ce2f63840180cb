-- What belongs to a contact, what was placed last first.
create index interaction_contact on interaction (contact_id, placed_at, id) where contact_id is not null;

-- The words by which work is found, as core says. Written where events are counted, about a second after they happened,
-- so that no save waits for it.
create table interaction_words (
  id    text collate "C" primary key,
  words tsvector not null
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);
create index interaction_words_found on interaction_words using gin (words);
