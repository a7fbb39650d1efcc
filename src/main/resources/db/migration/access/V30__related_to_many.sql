-- What opens by relationship is read as a set, once a statement: right for a worker with a few dozen cases, wrong for a team
-- with tens of thousands, whose lists of a hundred rows each waited for the whole set. Whoever has many is asked row by row.

-- More live relationships than this are many: to read so many takes about as long as to look up the rows of a list.
create function access.related_to_many() returns boolean
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  select count(*) > 1000
  from (
    select from access.relationship r
    where r.holder = any ((select access.my_holders())::uuid[])
      and r.from_at <= (select platform.at())
      and coalesce(r.until_at, 'infinity'::timestamptz) > (select platform.at())
    limit 1001) as few
$$;

-- Whether one of these holders has a relationship to this record, or to somebody whom it is about, that opens its kind.
create function access.related(p_record uuid, p_kind text, p_holders uuid[], p_kinds text[], p_at timestamptz)
returns boolean
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
begin
  return exists (
    select from access.relationship r
    where r.subject_id = p_record and r.holder = any (p_holders)
      and r.from_at <= p_at and coalesce(r.until_at, 'infinity'::timestamptz) > p_at
      and p_kind = any (coalesce(r.kinds, p_kinds))
  ) or exists (
    select from access.record_person p join access.relationship r on r.subject_id = p.person_id
    where p.record_id = p_record and r.of_person and r.holder = any (p_holders)
      and r.from_at <= p_at and coalesce(r.until_at, 'infinity'::timestamptz) > p_at
      and p_kind = any (coalesce(r.kinds, p_kinds))
  );
end $$;

alter policy need_to_know on access.record using (
  id <> all ((select access.my_exclusions())::uuid[])
  and (
    kind = any ((select access.my_kinds('everything'))::text[])
    or (
      (visibility = 'team' or id = any ((select access.my_unsealed())::uuid[]))
      and (
        kind = any ((select access.my_kinds('district'))::text[])
        or ((child_until is null or child_until > (select platform.today()))
            and kind = any ((select access.my_kinds('district:children'))::text[]))
        or ((adult_from is null or adult_from <= (select platform.today()) + interval '6 months')
            and kind = any ((select access.my_kinds('district:adults'))::text[]))
        or case when (select access.related_to_many())
             then access.related(id, kind, (select access.my_holders())::uuid[],
                                 (select access.my_related_kinds())::text[], (select platform.at()))
             else (kind, id) in (select mine.kind, mine.id from access.my_reach() mine)
               or (kind = any ((select access.my_related_kinds())::text[])
                   and id in (select related from access.my_related() related))
           end
      )
    )
  ));

revoke execute on function access.related_to_many(), access.related(uuid, text, uuid[], text[], timestamptz) from public;
grant execute on function access.related_to_many(), access.related(uuid, text, uuid[], text[], timestamptz) to sightline_app;

-- A record that is surely not a person's identity is not looked at when it is people who are looked for.
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
      and (r.of_person or p_kind <> 'identity')
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
