-- Indexes and keys that a bulk load has set aside: very many rows go in faster without them, and sorted at the end they are
-- smaller, too. Each is remembered here in the transaction that drops it and forgotten in the one that makes it again, so a
-- load that is killed at any moment leaves nothing that nobody knows of. Only the owner may do either, which no request is.

create table platform.set_aside (
  tab    text not null,
  name   text not null,
  step   int  not null,      -- keys before indexes before references to other tables
  define text not null,
  primary key (tab, name)
);
alter table platform.set_aside enable row level security;
alter table platform.set_aside force row level security;
create policy kernel on platform.set_aside to sightline_owner using (true) with check (true);

-- Sets aside every index, key and reference of these tables, unless somebody else is connected or they are in use. The
-- caller says under which name its own connections run. Answers how many were set aside: all or none.
create function platform.set_aside(p_tables text[], p_ours text) returns int
language plpgsql set search_path = pg_catalog as $$
declare
  tab regclass;
  rows bigint;
  one record;
  n int := 0;
begin
  if exists (select from pg_stat_activity a
             where a.datname = current_database() and a.usename = 'sightline_app' and a.application_name <> p_ours) then
    return 0;
  end if;
  foreach tab in array p_tables::regclass[] loop
    execute format('lock table %s in access exclusive mode', tab);
    execute format('select count(*) from (select from %s limit 10001) few', tab) into rows;
    if rows > 10000 then
      return 0;
    end if;
  end loop;
  for one in
    select c.conrelid::regclass::text as tab, c.conname::text as name,
           case c.contype when 'f' then 3 else 1 end as step,
           format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as define,
           format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as away
    from pg_constraint c
    where c.conrelid = any (p_tables::regclass[]) and c.contype in ('p', 'u', 'f')
    union all
    select i.indrelid::regclass::text, x.relname::text, 2, pg_get_indexdef(i.indexrelid),
           format('drop index %s', i.indexrelid::regclass)
    from pg_index i join pg_class x on x.oid = i.indexrelid
    where i.indrelid = any (p_tables::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid)
    order by step desc, tab, name
  loop
    insert into platform.set_aside (tab, name, step, define) values (one.tab, one.name, one.step, one.define);
    execute one.away;
    n := n + 1;
  end loop;
  return n;
end $$;

-- Makes the next one of these tables again and forgets it; answers its name, or null when nothing is left. Two nodes take
-- turns.
create function platform.restore_next(p_tables text[]) returns text
language plpgsql set search_path = pg_catalog as $$
declare
  one record;
begin
  perform pg_advisory_xact_lock(7413);
  select s.tab, s.name, s.define into one from platform.set_aside s where s.tab = any (p_tables)
  order by s.step, s.tab, s.name limit 1;
  if not found then
    return null;
  end if;
  execute one.define;
  delete from platform.set_aside s where s.tab = one.tab and s.name = one.name;
  return one.tab || ' ' || one.name;
end $$;

revoke execute on function platform.set_aside(text[], text), platform.restore_next(text[]) from public;
