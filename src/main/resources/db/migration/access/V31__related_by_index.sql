-- What a team is related to is read from the index alone, and that alone which is of people if no more is asked: without
-- until_at as it is, beside what it is compared as, PostgreSQL fetched each row of a team's thousands.
drop index access.relationship_now;
create index relationship_now on access.relationship (holder, of_person, (coalesce(until_at, 'infinity'::timestamptz)))
  include (subject_id, kinds, from_at, until_at);

-- Asked a thousand times a statement: planned anew each time it took nine times as long.
alter function access.related(uuid, text, uuid[], text[], timestamptz) set plan_cache_mode = force_generic_plan;

-- As before, with a condition that the index serves.
create or replace function access.my_sight(p_kind text, out after date, out upto date, out away uuid[], out apart uuid[])
language plpgsql stable security definer set search_path = pg_catalog
set plan_cache_mode = force_generic_plan as $$
declare
  everything boolean;
  everybody boolean;
  children boolean;
  adults boolean;
  unsealed uuid[];
begin
  perform platform.me();
  select coalesce(bool_or(l.reach = 'everything'), false),
         coalesce(bool_or(l.reach in ('everything', 'district')), false),
         coalesce(bool_or(l.reach = 'district:children'), false),
         coalesce(bool_or(l.reach = 'district:adults'), false)
    into everything, everybody, children, adults
  from access.post_line l
  where p_kind = any (l.sees) and l.post in (select access.my_posts());
  after := case when everybody or adults then '-infinity' when children then platform.today() else 'infinity' end;
  upto := case when everybody or children then 'infinity' when adults then platform.today() + interval '6 months'
             else '-infinity' end;
  away := access.my_exclusions();
  if everything then
    apart := array(select r.id from access.record r
                   where r.kind = p_kind and r.visibility <> 'team' and r.id <> all (away));
    return;
  end if;
  unsealed := access.my_unsealed();
  if everybody then
    apart := array(select r.id from access.record r
                   where r.id = any (unsealed) and r.kind = p_kind and r.visibility <> 'team' and r.id <> all (away));
    return;
  end if;
  with live as materialized (
    select r.subject_id as id, r.of_person
    from access.relationship r
    where r.holder = any ((select access.my_holders())::uuid[])
      and r.of_person = any (case when p_kind = 'identity' then '{true}' else '{true,false}' end::boolean[])
      and r.from_at <= (select platform.at())
      and coalesce(r.until_at, 'infinity'::timestamptz) > (select platform.at())
      and case when r.kinds is null then p_kind = any ((select access.my_related_kinds())::text[])
               else p_kind = any (r.kinds) end
  ), mine as materialized (
    select l.id from live l
    union
    select p.record_id from live l join access.record_person p on p.person_id = l.id where l.of_person
  ), known as (
    select m.id, true as related from mine m
    union all
    select u.id, false from unnest(unsealed) as u (id) where u.id not in (select m.id from mine m)
  )
  select array_agg(r.id) into apart
  from known k
  cross join lateral (
    select o.id, o.visibility,
           children and (o.child_until is null or o.child_until > platform.today())
           or adults and (o.adult_from is null or o.adult_from <= platform.today() + interval '6 months') as reached
    from access.record o
    where o.id = k.id and o.kind = p_kind
  ) as r
  where r.id <> all (away)
    and case when r.visibility = 'team' then k.related and not r.reached
             else r.id = any (unsealed) and (k.related or r.reached) end;
  apart := coalesce(apart, '{}');
end $$;
