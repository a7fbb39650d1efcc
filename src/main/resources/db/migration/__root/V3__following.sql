-- Where the people on the index are named. When two records of one person are merged, all of it follows the record that is
-- kept, and goes back when the merge is undone. Each module says so of its own tables, in the migration that makes them; a
-- test finds a column that nobody has spoken for.

create table platform.following (
  tab   text   not null,               -- schema.table
  col   text   not null,               -- the column with the person's id
  keys  text[] not null,               -- the columns of the primary key
  label text   not null,               -- what a row is: "Address"
  words text,                          -- what tells people which: an expression over the row "t"; null: nobody is asked about it
  since text,                          -- the column that says when the row was added
  primary key (tab, col),
  check ((words is null) = (since is null))
);
-- It names tables, nobody.
grant select on platform.following to sightline_app;

create procedure platform.follow_person(tab text, col text, label text, words text default null, since text default null)
language plpgsql set search_path = pg_catalog as $$
begin
  insert into platform.following (tab, col, keys, label, words, since)
  select tab, col, array_agg(a.attname::text order by k.n), label, words, since
  from pg_index i
  cross join lateral unnest(i.indkey::int[]) with ordinality as k (attnum, n)
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
  where i.indrelid = tab::regclass and i.indisprimary
  having count(*) > 0;
  if not found then
    raise exception 'table % has no primary key', tab;
  end if;
end $$;
