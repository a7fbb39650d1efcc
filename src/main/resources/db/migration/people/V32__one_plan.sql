-- Before PostgreSQL has counted a table it read every record for a pointer, and the keys of each. Holders of a key are
-- looked up first, then their records one by one, whatever it has counted.
create or replace function people.pointer(keys text[], seen uuid[]) returns text
language sql stable security definer set search_path = pg_catalog
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  with mine as materialized (
    select coalesce(bool_or(l.reach = 'district'), false) as everyone,
           coalesce(bool_or(l.reach = 'district:children'), false) as children,
           coalesce(bool_or(l.reach = 'district:adults'), false) as adults
    from access.post_line l
    where 'identity' = any (l.pointer) and l.post in (select access.my_posts())
  ), holders as materialized (
    select k.person_id as id from people.search_key k where k.key = any (keys) and not k.closed
  )
  select case when r.child_until is null or r.child_until > platform.today() then 'children' else 'adults' end
  from holders h
  cross join lateral (
    select o.id, o.child_until, o.adult_from from access.record o where o.id = h.id and o.visibility = 'team' offset 0
  ) as r, mine
  where r.id <> all ((select access.my_exclusions())::uuid[])
    and (mine.everyone
         or mine.children and (r.child_until is null or r.child_until > platform.today())
         or mine.adults and (r.adult_from is null or r.adult_from <= (platform.today() + interval '6 months')))
    and r.id <> all (seen)
  limit 1
$$;

alter function people.alike(text[], int[], int[], int) set enable_bitmapscan = off;
