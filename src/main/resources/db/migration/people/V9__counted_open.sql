-- Closed people are in no count, the number of all included: whether there are any changes nothing in what is weighed.
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
  select count(*), p_at from access.record r where r.kind = 'identity' and r.visibility = 'team'
  on conflict (one) do update set people = excluded.people, counted_at = excluded.counted_at;
end $$;
