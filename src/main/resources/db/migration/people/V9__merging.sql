-- Two records of one person become one. The record that is given up stays, says into which it went, and is found by its
-- reference only; everything that named it follows (platform.following). It goes back when the merge is undone.

alter table people.person add column merged_into uuid references people.person (id);
alter table people.person add check (merged_into <> id);
create index person_merged_into on people.person (merged_into) where merged_into is not null;

call platform.follow_person('people.change', 'person_id', 'Change', $$t.what || ': ' || coalesce(t.became, 'nothing')$$, 'created_at');
call platform.follow_person('people.name', 'person_id', 'Name', $$t.full_name$$, 'created_at');
call platform.follow_person('people.identifier', 'person_id', 'Number', $$concat_ws(' ', t.scheme, t.value)$$, 'created_at');
call platform.follow_person('people.address', 'person_id', 'Address', $$concat_ws(', ', t.lines, t.postcode)$$, 'created_at');
call platform.follow_person('people.contact', 'person_id', 'Contact', $$concat_ws(' ', t.value, t.whose)$$, 'created_at');
call platform.follow_person('people.relationship', 'person_id', 'Relative or friend', $$concat_ws(' ', t.kind, t.other_name)$$, 'created_at');
call platform.follow_person('people.relationship', 'other_id', 'Named as relative or friend by another record',
  $$(select p.reference from people.person p where p.id = t.person_id)$$, 'created_at');
call platform.follow_person('people.care_status', 'person_id', 'Care', $$t.status$$, 'created_at');
call platform.follow_person('people.schooling', 'person_id', 'Education', $$concat_ws(' ', t.status, t.urn)$$, 'created_at');
call platform.follow_person('people.need', 'person_id', 'Need', $$t.code$$, 'created_at');
call platform.follow_person('people.flag', 'person_id', 'Flag', $$concat_ws(': ', t.code, t.reason)$$, 'created_at');

-- An import that is undone leaves people alone whose record was given up for another or took one in. What a later import
-- changed and its own undoing put back is as it was: imports are undone from the last to the first, and then nobody stays.
create or replace function people.untouched(p_people uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.id
  from people.person p
  where p.id = any (p_people) and p.version = 0 and p.merged_into is null
    and not exists (select from people.person g where g.merged_into = p.id)
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

-- Closed people are in no count, the number of all included: whether there are any changes nothing in what is weighed. A
-- record that was given up is no person more.
create or replace function people.count_keys(p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.me();
  delete from people.key_count;
  insert into people.key_count (key, people)
  select k.key, count(*)
  from people.search_key k
  where not k.closed
    and (k.key >= 'w:' and k.key < 'w;' or k.key >= 'b:' and k.key < 'b;'
         or k.key >= 'x:POSTCODE:' and k.key < 'x:POSTCODE;' or k.key >= 'x:PHONE:' and k.key < 'x:PHONE;')
  group by k.key
  having count(*) >= 5;
  insert into people.counted (people, counted_at)
  select count(*), p_at
  from access.record r join people.person p on p.id = r.id
  where r.kind = 'identity' and r.visibility = 'team' and p.merged_into is null
  on conflict (one) do update set people = excluded.people, counted_at = excluded.counted_at;
end $$;

-- The record that a reference or a number's key means, for break-glass: the one that is kept.
create or replace function people.find(p_reference text, p_key text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  with found as (
    select coalesce(p.merged_into, p.id) as id from people.person p where p.reference = upper(p_reference)
    union
    select k.person_id from people.search_key k where k.key = p_key
  )
  select (array_agg(id))[1] from found having count(*) = 1
$$;

call platform.follow_person('people.person', 'merged_into', 'Record given up for this one');

create or replace view people.summary with (security_invoker = true) as
select p.id, p.reference, p.display_name,
       case when p.born_precision = 'day' then p.born_from end as born_on,
       p.born_from, p.born_to, p.born_precision, p.sex, p.died_on, p.version, p.merged_into
from people.person p;

-- Takes these columns of what is said outright over from the record that is given up. Answers what that changed.
create function people.take_over(p_kept uuid, p_gone uuid, p_columns text[]) returns jsonb
language plpgsql set search_path = pg_catalog as $$
declare
  ours jsonb;
  theirs jsonb;
begin
  select to_jsonb(p) into strict ours from people.person p where p.id = p_kept;
  select to_jsonb(p) into strict theirs from people.person p where p.id = p_gone;
  perform people.say_outright(p_kept, ours || coalesce((select jsonb_object_agg(c, theirs -> c) from unnest(p_columns) c), '{}'));
  return coalesce((select jsonb_object_agg(c, jsonb_build_object('was', ours -> c, 'became', theirs -> c))
                   from unnest(p_columns) c where ours -> c is distinct from theirs -> c), '{}');
end $$;

-- Puts back what a merge changed and nobody has changed since.
create function people.give_back(p_kept uuid, p_changed jsonb) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  ours jsonb;
begin
  select to_jsonb(p) into strict ours from people.person p where p.id = p_kept;
  perform people.say_outright(p_kept, ours || coalesce((
    select jsonb_object_agg(c.key, c.value -> 'was') from jsonb_each(p_changed) c where ours -> c.key = c.value -> 'became'), '{}'));
end $$;

create function people.say_outright(p_person uuid, p_said jsonb) returns void
language sql set search_path = pg_catalog as $$
  update people.person p
  set born_from = n.born_from, born_to = n.born_to, born_precision = n.born_precision, born_text = n.born_text, sex = n.sex,
      gender_identity = n.gender_identity, pronouns = n.pronouns, ethnicity = n.ethnicity, religion = n.religion,
      nationality = n.nationality, first_language = n.first_language, interpreter = n.interpreter,
      immigration = n.immigration, died_on = n.died_on, version = p.version + 1
  from jsonb_populate_record(null::people.person, p_said) n
  where p.id = p_person
$$;
revoke execute on function people.take_over(uuid, uuid, text[]), people.give_back(uuid, jsonb),
  people.say_outright(uuid, jsonb) from public;
grant execute on function people.take_over(uuid, uuid, text[]), people.give_back(uuid, jsonb),
  people.say_outright(uuid, jsonb) to sightline_app;
