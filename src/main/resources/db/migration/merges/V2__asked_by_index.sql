-- The merges of a person whose record was given up in one, also when that was undone; and the list, the latest first.
create index merge_given_up on merges.merge (gone_id);
create index merge_latest on merges.merge
  ((state = 'proposed'), (coalesce(undone_at, decided_at, proposed_at)) desc, id);
