-- How many people share a name, a birth date, a postcode or a phone number: what many share says little about who
-- somebody is. Numbers only, of keys that five people or more have, without closed people: it tells nothing of anybody.

create table people.key_count (
  key    text collate "C" primary key check (key ~ '^(w|b|x):'),
  people int  not null check (people >= 5)
);

create table people.counted (
  one        boolean     primary key default true check (one),
  people     bigint      not null,
  counted_at timestamptz not null
);

-- Nobody is in these tables, so there is nobody to keep them from.
grant select on people.key_count, people.counted to sightline_app;

-- Counts afresh. Readers see the old counts until it is done.
create function people.count_keys(p_at timestamptz) returns void
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
  select count(*), p_at from people.person
  on conflict (one) do update set people = excluded.people, counted_at = excluded.counted_at;
end $$;
revoke execute on function people.count_keys(timestamptz) from public;
grant execute on function people.count_keys(timestamptz) to sightline_app;
