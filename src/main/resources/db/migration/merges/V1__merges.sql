-- Two records of one person are merged: proposed by one colleague, confirmed by another, undone at any later time. What
-- followed is remembered row by row. Whoever relied on what was wrong is told and says that they have read it.

create schema merges;
grant usage on schema merges to sightline_app;

create table merges.merge (
  id          uuid primary key,
  reference   text        not null unique check (reference ~ '^J-[0-9A-Z]{7}$'),
  kept_id     uuid        not null,
  gone_id     uuid        not null,
  state       text        not null check (state in ('proposed', 'refused', 'withdrawn', 'merged', 'undone')),
  why         text        not null check (length(why) between 10 and 2000),
  taken       text[]      not null default '{}',     -- what is said outright that is taken from the record given up
  changed     jsonb,                                 -- what that changed on the record that is kept: column, was, became
  proposed_by uuid        not null,
  proposed_at timestamptz not null,
  decided_by  uuid,
  decided_at  timestamptz,
  note        text check (length(note) <= 2000),     -- of whoever confirmed or refused
  undone_by   uuid,
  undone_at   timestamptz,
  undone_why  text check (length(undone_why) between 10 and 2000),
  version     int         not null default 0,
  check (kept_id <> gone_id),
  check ((state = 'proposed') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (state in ('proposed', 'withdrawn') or decided_by <> proposed_by),    -- nobody merges alone
  check ((state in ('merged', 'undone')) = (changed is not null)),
  check ((state = 'undone') = (undone_at is not null)),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_why is null))
);
create unique index merge_gone on merges.merge (gone_id) where state in ('proposed', 'merged');
create index merge_kept on merges.merge (kept_id);
create index merge_open on merges.merge (proposed_at, id) where state = 'proposed';

-- A row that followed, in the order in which it did: where it is now, and what stood there if it had to give way because
-- the record that is kept had the same.
create table merges.followed (
  merge_id uuid  not null references merges.merge (id),
  no       int   not null,
  tab      text  not null,
  col      text  not null,
  key      jsonb not null,
  gave_way jsonb,
  primary key (merge_id, no)
);

-- Somebody who relied on what was corrected, and whether they have read that.
create table merges.correction (
  id         uuid primary key,
  reference  text        not null unique check (reference ~ '^K-[0-9A-Z]{7}$'),
  merge_id   uuid        not null references merges.merge (id),
  what       text        not null check (what in ('merged', 'undone')),
  told       uuid        not null,               -- an account, or a team where the account has ended or a team works with the person
  because    text[]      not null check (because <> '{}'),   -- opened, printed, wrote, works-with
  told_at    timestamptz not null,
  read_by    uuid,
  read_at    timestamptz,
  note       text check (length(note) <= 2000),  -- what they do about it
  version    int         not null default 0,
  check ((read_at is null) = (read_by is null)),
  unique (merge_id, what, told)
);
create index correction_told on merges.correction (told) where read_at is null;

-- A merge is a record about both people: whoever may not know of one of them does not learn of it.
call access.protect('merges.merge', 'id');
create policy both_people on merges.merge as restrictive for select to sightline_app using (
  exists (select from access.record r where r.id = merge.kept_id)
  and exists (select from access.record r where r.id = merge.gone_id));
call access.protect('merges.followed', 'merge_id');
call access.protect('merges.correction', 'id');
-- Who is still to read it is seen by whoever sees the merge.
create policy of_the_merge on merges.correction for select to sightline_app using (
  exists (select from access.record r where r.id = correction.merge_id));
grant select, insert, update on merges.merge, merges.correction to sightline_app;
-- Not what gave way: that is a row of somebody's record, as it stood.
grant select (merge_id, no, tab, col, key) on merges.followed to sightline_app;

-- Lets everything that names the person follow. A row that the kept record has already, or that would make somebody their
-- own relative, gives way; it is remembered whole.
create function merges.follow(p_merge uuid, p_gone uuid, p_kept uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  place record;
  one record;
  n int := 0;
  moved jsonb;
begin
  perform platform.me();
  if not exists (select from merges.merge m
                 where m.id = p_merge and m.state = 'merged' and m.gone_id = p_gone and m.kept_id = p_kept) then
    raise exception 'no such merge';
  end if;
  for place in select f.tab, f.col, f.keys from platform.following f order by f.tab, f.col loop
    for one in execute format('select t.ctid as at, to_jsonb(t) as was from %s t where t.%I = $1 for update of t', place.tab, place.col)
      using p_gone loop
      n := n + 1;
      begin
        execute format('update %s t set %I = $1 where t.ctid = $2 returning to_jsonb(t)', place.tab, place.col)
          into strict moved using p_kept, one.at;
        insert into merges.followed (merge_id, no, tab, col, key)
        values (p_merge, n, place.tab, place.col, merges.part_of(moved, place.keys));
      exception when unique_violation or check_violation then
        execute format('delete from %s t where t.ctid = $1', place.tab) using one.at;
        insert into merges.followed (merge_id, no, tab, col, key, gave_way)
        values (p_merge, n, place.tab, place.col, merges.part_of(one.was, place.keys), one.was);
      end;
    end loop;
  end loop;
  return n;
end $$;

create function merges.part_of(whole jsonb, keys text[]) returns jsonb
language sql immutable set search_path = pg_catalog as $$
  select jsonb_object_agg(k, whole -> k) from unnest(keys) k
$$;

-- Where the row with these keys is, as a condition that an index answers.
create function merges.row_is(p_tab text, p_keys text[]) returns text
language sql immutable set search_path = pg_catalog as $$
  select string_agg(format('t.%I = (jsonb_populate_record(null::%s, $1)).%I', k, p_tab, k), ' and ') from unnest(p_keys) k
$$;

-- Sends back what followed and still is where it was put, last first, and returns what gave way.
create function merges.send_back(p_merge uuid, p_gone uuid, p_kept uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  one record;
  n int := 0;
  touched int;
begin
  perform platform.me();
  if not exists (select from merges.merge m
                 where m.id = p_merge and m.state = 'undone' and m.gone_id = p_gone and m.kept_id = p_kept) then
    raise exception 'no such merge';
  end if;
  for one in
    select f.tab, f.col, f.key, f.gave_way, p.keys
    from merges.followed f join platform.following p on p.tab = f.tab and p.col = f.col
    where f.merge_id = p_merge order by f.no desc loop
    if one.gave_way is null then
      execute format('update %s t set %I = $2 where %s and t.%I = $3',
                     one.tab, one.col, merges.row_is(one.tab, one.keys), one.col)
        using one.key, p_gone, p_kept;
    else
      execute format('insert into %s select * from jsonb_populate_record(null::%s, $1) on conflict do nothing', one.tab, one.tab)
        using one.gave_way;
    end if;
    get diagnostics touched = row_count;
    n := n + touched;
  end loop;
  return n;
end $$;

-- One row that was added since, and is the other person's.
create function merges.send_one(p_merge uuid, p_tab text, p_col text, p_key jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  m record;
  place record;
  touched int;
begin
  perform platform.me();
  select x.gone_id, x.kept_id into strict m from merges.merge x where x.id = p_merge and x.state = 'undone';
  select f.keys into strict place from platform.following f where f.tab = p_tab and f.col = p_col and f.words is not null;
  execute format('update %s t set %I = $2 where %s and t.%I = $3', p_tab, p_col, merges.row_is(p_tab, place.keys), p_col)
    using p_key, m.gone_id, m.kept_id;
  get diagnostics touched = row_count;
  return touched = 1;
end $$;

-- What was added to the kept record since the merge, with the eyes of whoever asks.
create function merges.added_since(p_merge uuid)
returns table (tab text, col text, key jsonb, label text, words text, at timestamptz)
language plpgsql stable set search_path = pg_catalog as $$
declare
  m record;
  place record;
  came jsonb[];
begin
  select x.kept_id, x.decided_at into m from merges.merge x where x.id = p_merge;
  for place in select f.* from platform.following f where f.words is not null order by f.label, f.tab, f.col loop
    came := array(select f.key from merges.followed f where f.merge_id = p_merge and f.tab = place.tab and f.col = place.col);
    return query execute format(
      'select %L::text, %L::text, merges.part_of(to_jsonb(t), %L::text[]), %L::text, (%s)::text, t.%I from %s t '
      'where t.%I = $1 and t.%I > $2 and merges.part_of(to_jsonb(t), %L::text[]) <> all ($3) order by t.%I',
      place.tab, place.col, place.keys, place.label, place.words, place.since, place.tab, place.col, place.since, place.keys,
      place.since)
      using m.kept_id, m.decided_at, came;
  end loop;
end $$;

-- How many rows of each kind followed, for whoever sees the merge.
create function merges.what_followed(p_merge uuid) returns table (label text, many bigint)
language sql stable set search_path = pg_catalog as $$
  select p.label, count(*)
  from merges.followed f join platform.following p on p.tab = f.tab and p.col = f.col
  where f.merge_id = p_merge and p.words is not null
  group by p.label order by p.label
$$;

-- The same for whoever is told of it, with or without sight of the two people.
create function merges.what_was_corrected(p_correction uuid) returns table (label text, many bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select f.label, f.many
  from merges.correction c cross join lateral merges.what_followed(c.merge_id) f
  where c.id = p_correction and c.told = any (access.my_holders())
$$;

-- Who relied on a record in this time: whoever opened, printed or wrote in it, and whoever works with the person. Teams are
-- told where they have a relationship of their own, or where the colleague's account has ended.
create function merges.relied_on(p_people uuid[], p_from timestamptz, p_until timestamptz)
returns table (told uuid, because text[])
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  perform platform.me();
  return query
  with relied as (
    select e.actor as id, case e.action when 'view' then 'opened' when 'print' then 'printed' when 'export' then 'printed'
                          else 'wrote' end as because
    from audit.entry e
    where e.record = any (p_people) and e.at > p_from and e.at <= p_until
      and e.action in ('view', 'print', 'export', 'add', 'change', 'correct', 'end', 'decide')
    union
    select r.holder, 'works-with'
    from access.relationship r
    where r.subject_id = any (p_people) and r.from_at <= p_until and (r.until_at is null or r.until_at > p_from)
  ), meant as (
    select a.id, relied.because
    from relied join access.account a on a.id = relied.id and a.kind = 'person' and a.state = 'active'
    union
    select h.team_id, relied.because
    from relied
    join access.account a on a.id = relied.id and a.kind = 'person' and a.state = 'ended'
    join lateral (select h.team_id from access.holding h where h.account_id = a.id and h.team_id is not null
                  order by h.until_at desc nulls first limit 1) h on true
    union
    select t.id, relied.because from relied join access.team t on t.id = relied.id
  )
  select meant.id, array_agg(distinct meant.because) from meant group by meant.id;
end $$;

-- The team on whose list somebody's own work is, and a team's own.
create function merges.list_of(p_told uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(
    (select t.id from access.team t where t.id = p_told),
    (select h.team_id from access.holding h
     where h.account_id = p_told and h.team_id is not null
       and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
     order by h.from_at desc limit 1))
$$;

revoke execute on all functions in schema merges from public;
grant execute on all functions in schema merges to sightline_app;

-- What a correction says of the two records to whoever is told: their references and when they were merged. Nothing of one
-- that has been closed since, or that the reader is kept from.
create function merges.corrected(p_correction uuid) returns table (kept text, gone text, at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select case when people.may_be_named(k.id) then k.reference end,
         case when people.may_be_named(g.id) then g.reference end, m.decided_at
  from merges.correction c
  join merges.merge m on m.id = c.merge_id
  join people.person k on k.id = m.kept_id
  join people.person g on g.id = m.gone_id
  where c.id = p_correction
    and c.told = any (access.my_holders())
$$;
revoke execute on function merges.corrected(uuid) from public;
grant execute on function merges.corrected(uuid) to sightline_app;
