-- What a holder reaches is read from the relationships that are live, without a look at those that have ended: of a front
-- door's tens of thousands a few hundred are. And what is opened whatever its kind is a set of ids, no longer one of pairs
-- with each of the eight kinds that a post sees.
create index relationship_now on access.relationship (holder, (coalesce(until_at, 'infinity'::timestamptz)))
  include (subject_id, kinds, from_at);
drop index access.relationship_live;

-- Opened for some kinds only: pairs of a kind and a record.
create or replace function access.my_reach() returns table (kind text, id uuid)
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  with live as materialized (
    select r.subject_id as id, r.kinds
    from access.relationship r
    where r.holder = any ((select access.my_holders())::uuid[]) and r.kinds is not null
      and r.from_at <= (select platform.at())
      and coalesce(r.until_at, 'infinity'::timestamptz) > (select platform.at())
  )
  select unnest(l.kinds), l.id from live l
  union all
  select unnest(l.kinds), p.record_id from live l join access.record_person p on p.person_id = l.id
$$;

-- Opened whatever their kind, as far as the actor's posts see that kind of what they have a relationship with.
create function access.my_related() returns setof uuid
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  with live as materialized (
    select r.subject_id as id
    from access.relationship r
    where r.holder = any ((select access.my_holders())::uuid[]) and r.kinds is null
      and r.from_at <= (select platform.at())
      and coalesce(r.until_at, 'infinity'::timestamptz) > (select platform.at())
  )
  select l.id from live l
  union all
  select p.record_id from live l join access.record_person p on p.person_id = l.id
$$;

create or replace function access.my_records(p_kind text) returns uuid[]
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  select array(
    select mine.id from access.my_reach() mine where mine.kind = p_kind
    union
    select related from access.my_related() related where p_kind = any ((select access.my_related_kinds())::text[]))
$$;

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
        or (kind, id) in (select mine.kind, mine.id from access.my_reach() mine)
        or (kind = any ((select access.my_related_kinds())::text[])
            and id in (select related from access.my_related() related))
      )
    )
  ));

revoke execute on function access.my_related() from public;
grant execute on function access.my_related() to sightline_app;
