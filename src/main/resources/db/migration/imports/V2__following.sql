-- What a file said of a person follows when two records of one person are merged, so that the next file finds the record
-- that is kept.
create index possible_person on imports.possible (person_id);
call platform.follow_person('imports.possible', 'person_id', 'Row of a file that may be of the person');
call platform.follow_person('imports.origin', 'person_id', 'Number in a file');
call platform.follow_person('imports.effect', 'person_id', 'What a file changed');
