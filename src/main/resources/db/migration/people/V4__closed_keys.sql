-- The keys of restricted and sealed people stand apart, so that a search by somebody who may not know of them does not
-- read them: it is silent in time, too.
alter table people.search_key add column closed boolean not null default false;
alter table people.search_key drop constraint search_key_pkey;
alter table people.search_key add primary key (key, closed, person_id);

update people.search_key k set closed = true
from access.record r where r.id = k.person_id and r.visibility <> 'team';

-- However a person is closed or opened again.
create function people.keys_follow_closing() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update people.search_key set closed = (new.visibility <> 'team') where person_id = new.id;
  return null;
end $$;
create trigger keys_follow_closing after update of visibility on access.record
for each row when (new.kind = 'identity' and (old.visibility = 'team') <> (new.visibility = 'team'))
execute function people.keys_follow_closing();

-- As before, without a look at the keys of closed people.
create or replace function people.pointer(keys text[], seen uuid[]) returns text
language sql stable security definer set search_path = pg_catalog as $$
  with mine as materialized (
    select coalesce(bool_or(l.reach = 'district'), false) as everyone,
           coalesce(bool_or(l.reach = 'district:children'), false) as children,
           coalesce(bool_or(l.reach = 'district:adults'), false) as adults
    from access.post_line l
    where 'identity' = any (l.pointer) and l.post in (select access.my_posts())
  )
  select case when r.child_until is null or r.child_until > platform.today() then 'children' else 'adults' end
  from people.search_key k
  join access.record r on r.id = k.person_id, mine
  where k.key = any (keys)
    and not k.closed
    and r.visibility = 'team'
    and r.id <> all ((select access.my_exclusions())::uuid[])
    and (mine.everyone
         or mine.children and (r.child_until is null or r.child_until > platform.today())
         or mine.adults and (r.adult_from is null or r.adult_from <= (platform.today() + interval '6 months')))
    and r.id <> all (seen)
  limit 1
$$;
revoke execute on function people.keys_follow_closing() from public;
