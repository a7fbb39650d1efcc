-- A search reads its keys once and each person once. It took four statements: keys, each with a look at access.record
-- behind it; names, numbers and addresses of two hundred people from five tables; and what a list shows of forty of them
-- from five tables again.

------------------------------------------------------------------------------------------------------------------------
-- Keys say when their person comes of age, so that those whom a post reaches stand together in the index and nobody else's
-- are read. It follows access.record, which the policy goes by; "infinity": nobody knows, so they are child and adult.
--
-- A word with a letter left out is a key of its own only where it is not part of a pair: there "t:khan|m" says all that
-- "d:khan" did, and somebody looked for by one word alone is looked for beside each initial. A quarter of all keys goes.

create table people.search_key_of_age (
  key        text collate "C" not null check (length(key) between 3 and 200),
  adult_from date             not null default 'infinity',
  closed     boolean          not null default false,
  person_id  uuid             not null
);
insert into people.search_key_of_age (key, adult_from, closed, person_id)
select k.key, coalesce(r.adult_from, 'infinity'), k.closed, k.person_id
from people.search_key k join access.record r on r.id = k.person_id
where k.key not like 'd:%'
   or not exists (select from people.search_key t
                  where t.person_id = k.person_id and t.key like 't:%'
                    and split_part(substr(t.key, 3), '|', 1) = substr(k.key, 3))
order by k.key, k.closed, coalesce(r.adult_from, 'infinity'), k.person_id;
drop table people.search_key;
alter table people.search_key_of_age rename to search_key;
alter table people.search_key rename constraint search_key_of_age_key_check to search_key_key_check;
alter table people.search_key add primary key (key, closed, adult_from, person_id);
create index search_key_person on people.search_key (person_id);
call access.protect('people.search_key', 'person_id');
grant select, insert, delete on people.search_key to sightline_app;

create or replace function people.keys_follow_closing() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update people.search_key
  set closed = (new.visibility <> 'team'), adult_from = coalesce(new.adult_from, 'infinity')
  where person_id = new.id
    and (closed <> (new.visibility <> 'team') or adult_from <> coalesce(new.adult_from, 'infinity'));
  return null;
end $$;
drop trigger keys_follow_closing on access.record;
create trigger keys_follow_closing after update of visibility, adult_from on access.record
for each row when (new.kind = 'identity' and ((old.visibility = 'team') <> (new.visibility = 'team')
                                              or old.adult_from is distinct from new.adult_from))
execute function people.keys_follow_closing();

------------------------------------------------------------------------------------------------------------------------
-- A person's card: what a list shows of them and what a search compares, in one row. What is written in it is what the
-- view says; whoever changes one of its tables has it drawn again in the same transaction. A record that was given up has
-- none.

create view people.card_as_drawn with (security_invoker = true) as
select p.id as person_id, p.reference, p.display_name, p.born_from, p.born_to, p.born_precision, p.sex, p.died_on,
       (select s.urn from people.schooling s
        where s.person_id = p.id and s.corrected_at is null and s.until_on is null and s.urn is not null
        order by s.from_on desc nulls last, s.created_at desc limit 1) as school,
       (select split_part(a.postcode, ' ', 1) from people.address a
        where a.person_id = p.id and a.corrected_at is null and a.until_on is null and not a.protected
          and a.postcode is not null
        order by a.from_on desc nulls last, a.created_at desc limit 1) as area,
       array(select n.full_name from people.name n
             where n.person_id = p.id and n.corrected_at is null) as names,
       array(select i.scheme || ':' || i.value || ':' || i.status from people.identifier i
             where i.person_id = p.id and i.corrected_at is null and i.value is not null) as identifiers,
       array(select a.postcode::text from people.address a
             where a.person_id = p.id and a.corrected_at is null and not a.protected
               and a.postcode is not null) as postcodes,
       array(select c.value from people.contact c
             where c.person_id = p.id and c.corrected_at is null) as contacts,
       array(select f.code from people.flag f
             where f.person_id = p.id and f.corrected_at is null and f.ended_at is null
             order by f.created_at) as flags
from people.person p
where p.merged_into is null;
grant select on people.card_as_drawn to sightline_app;

create table people.card as select * from people.card_as_drawn;
alter table people.card
  add primary key (person_id),
  alter reference set not null,
  alter display_name set not null,
  alter born_precision set not null,
  alter names set not null,
  alter identifiers set not null,
  alter postcodes set not null,
  alter contacts set not null,
  alter flags set not null;
call access.protect('people.card', 'person_id');
grant select, insert, delete on people.card to sightline_app;
analyze people.search_key;
analyze people.card;

-- Draws these people's cards again.
create function people.draw_cards(p_people uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.me();
  delete from people.card c where c.person_id = any (p_people);
  insert into people.card (person_id, reference, display_name, born_from, born_to, born_precision, sex, died_on, school,
    area, names, identifiers, postcodes, contacts, flags)
  select d.person_id, d.reference, d.display_name, d.born_from, d.born_to, d.born_precision, d.sex, d.died_on, d.school,
         d.area, d.names, d.identifiers, d.postcodes, d.contacts, d.flags
  from people.card_as_drawn d where d.person_id = any (p_people);
end $$;

------------------------------------------------------------------------------------------------------------------------
-- The cards of those who have most of these keys, best first. The access predicate is written in: whoever the actor may
-- not know of neither appears nor takes the place of somebody else. The keys of closed people, and of those beyond the
-- posts' reach, are looked up for the few of them whom the actor may know of, by name, and are otherwise not read: a search
-- that fits somebody sealed does what a search for nobody does, and takes as long.
--
-- One plan, whatever is asked for and whatever PostgreSQL has counted so far: look-ups in indexes, key by key.
create function people.alike(p_keys text[], p_weights int[], p_most int[], p_limit int) returns setof people.card
language plpgsql stable security definer set search_path = pg_catalog
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  v_after date;
  v_upto date;
  v_away uuid[];
  v_apart uuid[];
begin
  select s.after, s.upto, s.away, s.apart into v_after, v_upto, v_away, v_apart from access.my_sight('identity') s;
  return query
  with asked as materialized (
    select a.key, a.weight, a.most from unnest(p_keys, p_weights, p_most) as a (key, weight, most)
  ), found as (
    select k.person_id, a.weight
    from asked a cross join lateral (
      select k.person_id from people.search_key k
      where k.key = a.key and not k.closed
        and k.adult_from > v_after and (k.adult_from <= v_upto or k.adult_from = 'infinity')
        and k.person_id <> all (v_away)
      limit a.most) as k
    union all
    select r.id, a.weight
    from unnest(v_apart) as p (id)
    join access.record r on r.id = p.id
    cross join asked a
    where exists (select from people.search_key k
                  where k.key = a.key and k.closed = (r.visibility <> 'team')
                    and k.adult_from = coalesce(r.adult_from, 'infinity') and k.person_id = r.id)
  ), best as (
    select f.person_id, sum(f.weight) as weight from found f
    group by f.person_id order by 2 desc, 1 limit p_limit
  )
  select c.* from best b join people.card c on c.person_id = b.person_id order by b.weight desc, b.person_id;
end $$;

revoke execute on function people.draw_cards(uuid[]), people.alike(text[], int[], int[], int) from public;
grant execute on function people.draw_cards(uuid[]), people.alike(text[], int[], int[], int) to sightline_app;
