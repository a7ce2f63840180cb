-- What each node says of itself with its signs of life: its newest report, in core's own words.

alter table node add column report json;
