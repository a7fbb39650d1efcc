-- The person behind a reference or an NHS number's key, for break-glass; what may be told of it is decided by access.
-- A number that two records share says nothing about whom it means.
create function people.find(p_reference text, p_key text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  with found as (
    select p.id from people.person p where p.reference = upper(p_reference)
    union
    select k.person_id from people.search_key k where k.key = p_key
  )
  select (array_agg(id))[1] from found having count(*) = 1
$$;
revoke execute on function people.find(text, text) from public;
grant execute on function people.find(text, text) to sightline_app;
