-- People brought in from files (PRACTICE §17.7: every import is idempotent, reconciled, with a rejects queue). The rows of
-- a file wait here until they are imported; what each batch did is kept so that it can be undone.

create table people.import_batch (
  id           uuid primary key,
  reference    text        not null unique check (reference ~ '^I-[0-9A-Z]{7}$'),
  source       text        not null check (length(source) between 1 and 100),   -- whose file it is
  file_name    text        not null check (length(file_name) between 1 and 200),
  file_hash    text        not null,
  format       text        not null,               -- characters and separator, as told to people
  headings     text        not null,               -- of the columns, between unit separators
  fields       text        not null default '',    -- what each column holds, between commas
  state        text        not null check (state in
    ('mapping', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'stopped')),
  rows_read    int         not null default 0,
  reached      int         not null default 0,     -- the last row that the state's work is done for
  added        int         not null default 0,
  changed      int         not null default 0,
  unchanged    int         not null default 0,
  rejected     int         not null default 0,
  matched      int         not null default 0,     -- by identifier; among added, changed and unchanged
  requested_by uuid        not null,
  finished_at  timestamptz,
  version      int         not null default 0,
  created_by   uuid        not null,
  created_at   timestamptz not null
);

create table people.import_row (
  batch_id  uuid    not null references people.import_batch (id) on delete cascade,
  no        int     not null,     -- as a spreadsheet counts: the headings are row 1
  cells     text,                 -- between unit separators; gone once the row is imported
  problem   text,                 -- why the row cannot be read, whatever the columns hold
  key       text,                 -- what the source calls the person
  outcome   text    check (outcome in ('new', 'changed', 'unchanged', 'rejected')),
  matched   boolean not null default false,
  field     text,
  reason    text,
  note      text,
  same_as   int,                  -- an earlier row that may be the same person
  person_id uuid,
  undone    text,                 -- 'gone', 'restored', or why it stays
  primary key (batch_id, no)
);

-- Keys by which rows of one file are compared with each other.
create table people.import_key (
  batch_id uuid not null references people.import_batch (id) on delete cascade,
  key      text collate "C" not null,
  no       int  not null,
  primary key (batch_id, key, no)
);
create index import_key_no on people.import_key (batch_id, no);

-- People on the index who may be the person of a row.
create table people.import_possible (
  batch_id  uuid not null references people.import_batch (id) on delete cascade,
  no        int  not null,
  person_id uuid not null,
  primary key (batch_id, no, person_id)
);

-- Which person a source's row became, and what it said last time.
create table people.import_origin (
  source    text not null,
  key       text collate "C" not null,
  person_id uuid not null references people.person (id),
  content   text not null,
  primary key (source, key, person_id)
);
create index import_origin_person on people.import_origin (person_id);

-- What a batch did to a person, so that it can be taken back.
create table people.import_effect (
  id        uuid primary key,
  batch_id  uuid not null references people.import_batch (id),
  no        int  not null,
  person_id uuid not null references people.person (id),
  what      text not null check (what in ('made', 'added', 'ended', 'said', 'origin')),
  part      text not null,        -- a table of facts, a column of the person, or the source's key
  fact_id   uuid,
  was       text,
  became    text
);
create index import_effect_batch on people.import_effect (batch_id, no);
create index import_effect_person on people.import_effect (person_id);

-- A batch is its maker's own, as long as their post imports people, and the import job's.
create function people.my_imports() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select array(
    select b.id from people.import_batch b
    where platform.me() = '00000000-0000-4000-8000-000000000005'
       or b.requested_by = platform.me()
          and exists (select from access.post_may m
                      where m.action = 'add:people-import' and m.post in (select access.my_posts())))
$$;

-- Those whom an import may take for the person of a row. Sealed and restricted people, and those whom the maker of the
-- batch is kept away from, are silent: the row makes a new record.
create function people.may_match(p_people uuid[], p_maker uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select r.id
  from access.record r
  where r.id = any (p_people) and r.visibility = 'team'
    and not exists (select from access.exclusion e
                    where e.account_id = p_maker and e.person_id = r.id
                      and e.from_at <= platform.at() and (e.until_at is null or e.until_at > platform.at()))
$$;

-- Of people whom a batch made, those whom nothing else has touched or refers to since.
create function people.untouched_since_import(p_batch uuid, p_people uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.id
  from people.person p
  where p.id = any (p_people) and p.version = 0
    and not exists (select from people.import_effect e where e.person_id = p.id and e.batch_id <> p_batch)
    and not exists (select from people.change c where c.person_id = p.id)
    and not exists (select from people.relationship r where r.person_id = p.id or r.other_id = p.id)
    and not exists (select from people.care_status f where f.person_id = p.id)
    and not exists (select from people.schooling f where f.person_id = p.id)
    and not exists (select from people.need f where f.person_id = p.id)
    and not exists (select from people.flag f where f.person_id = p.id)
    and not exists (
      select from (
        select n.person_id, n.created_by, n.created_at, n.version from people.name n
        union all select i.person_id, i.created_by, i.created_at, i.version from people.identifier i
        union all select a.person_id, a.created_by, a.created_at, a.version from people.address a
        union all select c.person_id, c.created_by, c.created_at, c.version from people.contact c
      ) f
      where f.person_id = p.id
        and (f.created_by <> p.created_by or f.created_at <> p.created_at or f.version > 0))
    and not exists (select from access.record_person r where r.person_id = p.id and r.record_id <> p.id)
    and not exists (select from access.relationship r where r.subject_id = p.id)
    and not exists (select from access.exclusion x where x.person_id = p.id)
    and not exists (select from access.seal s where s.person_id = p.id)
    and not exists (select from access.break_glass b where b.subject_id = p.id)
$$;

create procedure people.protect_import(tab regclass, batch text)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('create policy kernel on %s to sightline_owner using (true) with check (true)', tab);
  execute format('create policy own_imports on %s for select to sightline_app using ('
    '%s = any ((select people.my_imports())::uuid[]))', tab, batch);
  execute format('create policy adding on %s for insert to sightline_app with check (platform.me() is not null)', tab);
  execute format('create policy changing on %s for update to sightline_app using ('
    '%s = any ((select people.my_imports())::uuid[])) with check (platform.me() is not null)', tab, batch);
  execute format('create policy removing on %s for delete to sightline_app using ('
    '%s = any ((select people.my_imports())::uuid[]))', tab, batch);
end $$;
call people.protect_import('people.import_batch', 'id');
call people.protect_import('people.import_row', 'batch_id');
call people.protect_import('people.import_key', 'batch_id');
call access.protect('people.import_possible', 'person_id');
call access.protect('people.import_origin', 'person_id');
call access.protect('people.import_effect', 'person_id');
drop procedure people.protect_import(regclass, text);

grant select, insert, update, delete on people.import_batch, people.import_row, people.import_key,
  people.import_possible, people.import_origin, people.import_effect to sightline_app;
revoke execute on function people.my_imports(), people.may_match(uuid[], uuid),
  people.untouched_since_import(uuid, uuid[]) from public;
grant execute on function people.my_imports(), people.may_match(uuid[], uuid),
  people.untouched_since_import(uuid, uuid[]) to sightline_app;
