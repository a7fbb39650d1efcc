-- Who reads an entry is asked policy by policy until one says yes, and PostgreSQL asks in the order of their names from
-- the last to the first. Whoever may read the whole log is known before the first row, and yet for each row it was asked
-- whether the act is their own and whether they may know of its record: six of the nearly nine millionths of a second
-- that PostgreSQL took to read an entry for the verifier.
alter policy audit_post on audit.entry rename to whole_log;
