-- Whom to hold against the rest of the index: whoever is new, and whoever has changed in a respect that is compared. Written
-- where the search keys are written. A person may stand here twice and is then compared twice: a list without a key never
-- makes one save wait for another, nor for the work that takes people off.
create table people.to_compare (
  no        bigint generated always as identity primary key,
  person_id uuid   not null
);
-- Putting everybody on the list leaves those out who stand on it: a first run compared each of them twice.
create index to_compare_person on people.to_compare (person_id);

-- Nobody reads it but the job that compares. The record of somebody whom an undone import took away is gone, and the job
-- has to learn that too: so it is asked who reads, and not whether they see the person.
call access.protect('people.to_compare', 'person_id');
alter policy need_to_know on people.to_compare using ((select platform.me()) = '00000000-0000-4000-8000-0000000000d0');
alter policy changing on people.to_compare using ((select platform.me()) = '00000000-0000-4000-8000-0000000000d0');
alter policy removing on people.to_compare using ((select platform.me()) = '00000000-0000-4000-8000-0000000000d0');
-- "update" for the lock: two at once take different people.
grant select, insert, update, delete on people.to_compare to sightline_app;

-- How many there are. Closed people are not counted: that one of them has changed must not show.
create function people.left_to_compare() returns bigint
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if platform.me() <> '00000000-0000-4000-8000-0000000000d0' then
    raise exception 'only the job "duplicates" counts them' using errcode = 'insufficient_privilege';
  end if;
  return (select count(distinct t.person_id)
          from people.to_compare t join access.record r on r.id = t.person_id
          where r.visibility = 'team');
end $$;
revoke execute on function people.left_to_compare() from public;
grant execute on function people.left_to_compare() to sightline_app;
