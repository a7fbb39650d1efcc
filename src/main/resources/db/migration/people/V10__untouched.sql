-- What a later import changed and its own undoing put back is as it was: imports are undone from the last to the first, and
-- then nobody stays.
create or replace function people.untouched(p_people uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.id
  from people.person p
  where p.id = any (p_people) and p.version = 0
    and not exists (select from people.change c where c.person_id = p.id)
    and not exists (select from people.relationship r where r.person_id = p.id)
    and not exists (select from people.relationship r where r.other_id = p.id)
    and not exists (select from people.care_status f where f.person_id = p.id)
    and not exists (select from people.schooling f where f.person_id = p.id)
    and not exists (select from people.need f where f.person_id = p.id)
    and not exists (select from people.flag f where f.person_id = p.id)
    and not exists (
      select from (
        select n.created_by, n.created_at, n.ended_at, n.corrected_at from people.name n where n.person_id = p.id
        union all
        select i.created_by, i.created_at, i.ended_at, i.corrected_at from people.identifier i where i.person_id = p.id
        union all
        select a.created_by, a.created_at, a.ended_at, a.corrected_at from people.address a where a.person_id = p.id
        union all
        select c.created_by, c.created_at, c.ended_at, c.corrected_at from people.contact c where c.person_id = p.id
      ) f
      where f.created_by <> p.created_by or f.created_at <> p.created_at
         or f.ended_at is not null or f.corrected_at is not null)
    and not exists (select from access.record_person r where r.person_id = p.id and r.record_id <> p.id)
    and not exists (select from access.relationship r where r.subject_id = p.id)
    and not exists (select from access.exclusion x where x.person_id = p.id)
    and not exists (select from access.seal s where s.person_id = p.id)
    and not exists (select from access.break_glass b where b.subject_id = p.id)
$$;
