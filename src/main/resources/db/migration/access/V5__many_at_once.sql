-- Many rows at once. Whether somebody acts is asked once a statement and no longer once a row: of 24 million search keys
-- that question was half the time. As before, a row without an actor is refused.
create or replace procedure access.protect(tab regclass, record_column name)
language plpgsql as $$
declare
  -- With its table's name: a bare "id" inside the sub-select would be the access record's own, and every row would pass.
  record_id text := (select format('%I.%I', c.relname, record_column) from pg_catalog.pg_class c where c.oid = tab);
  visible text := format('exists (select from access.record r where r.id = %s)', record_id);
  somebody text := '(select platform.me()) is not null';
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('create policy kernel on %s to sightline_owner using (true) with check (true)', tab);
  execute format('create policy need_to_know on %s for select to sightline_app using (%s)', tab, visible);
  execute format('create policy adding on %s for insert to sightline_app with check (%s)', tab, somebody);
  execute format('create policy changing on %s for update to sightline_app using (%s) with check (%s)', tab, visible, somebody);
  execute format('create policy removing on %s for delete to sightline_app using (%s)', tab, visible);
end $$;

do $$
declare
  one record;
begin
  for one in
    select p.schemaname, p.tablename, p.policyname
    from pg_policies p
    where p.policyname in ('adding', 'changing') and p.with_check = '(platform.me() IS NOT NULL)'
      and 'sightline_app' = any (p.roles)
  loop
    execute format('alter policy %I on %I.%I with check ((select platform.me()) is not null)',
                   one.policyname, one.schemaname, one.tablename);
  end loop;
end $$;

-- What access.keep_record does, for as many records as there are: five lists of one length, people written as an array of
-- ids in text.
create function access.keep_records(
  p_ids uuid[], p_kinds text[], p_child_until date[], p_adult_from date[], p_people text[])
returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.me();
  insert into access.record (id, kind, child_until, adult_from)
  select * from unnest(p_ids, p_kinds, p_child_until, p_adult_from)
  on conflict (id) do update set child_until = excluded.child_until, adult_from = excluded.adult_from;
  delete from access.record_person p
  using unnest(p_ids, p_people) as kept (id, people)
  where p.record_id = kept.id and p.person_id <> all (kept.people::uuid[]);
  insert into access.record_person (record_id, person_id)
  select kept.id, about.id
  from unnest(p_ids, p_people) as kept (id, people), unnest(kept.people::uuid[]) as about (id)
  on conflict do nothing;
  with closed as (
    select p.record_id as id, case when bool_or(s.level = 'sealed') then 'sealed' else 'restricted' end as visibility
    from access.record_person p join access.seal s on s.person_id = p.person_id
    where p.record_id = any (p_ids)
    group by p.record_id
  )
  update access.record r set visibility = coalesce(c.visibility, 'team')
  from unnest(p_ids) as kept (id) left join closed c on c.id = kept.id
  where r.id = kept.id and r.visibility <> coalesce(c.visibility, 'team');
end $$;
revoke execute on function access.keep_records(uuid[], text[], date[], date[], text[]) from public;
grant execute on function access.keep_records(uuid[], text[], date[], date[], text[]) to sightline_app;
