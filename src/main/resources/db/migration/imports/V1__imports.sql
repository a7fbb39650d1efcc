-- People brought in from files (PRACTICE §17.7: every import is idempotent, reconciled, with a rejects queue). These
-- tables began in the schema of the people index and moved when importing became a module of its own. They name people
-- by id only: a person who goes takes their rows along through this module.

create schema imports;
grant usage on schema imports to sightline_app;

alter table people.import_batch set schema imports;
alter table people.import_row set schema imports;
alter table people.import_key set schema imports;
alter table people.import_possible set schema imports;
alter table people.import_origin set schema imports;
alter table people.import_effect set schema imports;
alter table imports.import_batch rename to batch;
alter table imports.import_row rename to row;
alter table imports.import_possible rename to possible;
alter table imports.import_origin rename to origin;
alter table imports.import_effect rename to effect;
drop table imports.import_key;

------------------------------------------------------------------------------------------------------------------------
-- Who sees a batch

create function imports.mine() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select array(
    select b.id from imports.batch b
    where platform.me() = '00000000-0000-4000-8000-000000000005'
       or b.requested_by = platform.me()
          and exists (select from access.post_may m
                      where m.action = 'add:people-import' and m.post in (select access.my_posts())))
$$;

create procedure imports.protect(tab regclass, batch text)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('drop policy if exists kernel on %s', tab);
  execute format('drop policy if exists own_imports on %s', tab);
  execute format('drop policy if exists adding on %s', tab);
  execute format('drop policy if exists changing on %s', tab);
  execute format('drop policy if exists removing on %s', tab);
  execute format('create policy kernel on %s to sightline_owner using (true) with check (true)', tab);
  execute format('create policy own_imports on %s for select to sightline_app using ('
    '%s = any ((select imports.mine())::uuid[]))', tab, batch);
  execute format('create policy adding on %s for insert to sightline_app with check ((select platform.me()) is not null)',
    tab);
  execute format('create policy changing on %s for update to sightline_app using ('
    '%s = any ((select imports.mine())::uuid[])) with check ((select platform.me()) is not null)', tab, batch);
  execute format('create policy removing on %s for delete to sightline_app using ('
    '%s = any ((select imports.mine())::uuid[]))', tab, batch);
end $$;

------------------------------------------------------------------------------------------------------------------------
-- A batch: where it is, how far it has come and how long that took

alter table imports.batch
  add column last_no  int     not null default 0,     -- of the file; "reached" goes up to here in each state
  add column paused   boolean not null default false, -- by a person: nobody works on it until they let it go on
  add column trouble  text,                           -- why the work does not get on, in words; it is tried again
  add column work_ms  bigint  not null default 0,     -- spent on what was reached
  add column known_as text,                           -- the published table that its headings are those of
  add column dated    int     not null default 0,     -- rows with a full date of birth
  add column new_year int     not null default 0,     -- of these, 1 January: often a date that nobody knew
  add column gone     int     not null default 0,     -- by the undoing: records taken away, put back, and left
  add column restored int     not null default 0,
  add column kept     int     not null default 0;
update imports.batch b
set last_no = coalesce((select max(r.no) from imports.row r where r.batch_id = b.id), 0),
    gone = (select count(*) from imports.row r where r.batch_id = b.id and r.undone = 'gone'),
    restored = (select count(*) from imports.row r where r.batch_id = b.id and r.undone = 'restored'),
    kept = (select count(*) from imports.row r where r.batch_id = b.id and r.undone not in ('gone', 'restored'));
-- What PRACTICE asks for and the page shows: no row of a finished import is unaccounted for.
alter table imports.batch add constraint reconciled
  check (state <> 'done' or rows_read = added + changed + unchanged + rejected) not valid;

------------------------------------------------------------------------------------------------------------------------
-- What is said of a row: it was rejected, something was left out, it may be an earlier row again, it stays at an undoing

create table imports.remark (
  batch_id uuid not null references imports.batch (id) on delete cascade,
  no       int  not null,
  what     text not null check (what in ('rejected', 'left-out', 'again', 'kept')),
  kind     text not null,       -- the same for the same problem of another row
  field    text,                -- a heading of the file
  says     text not null,
  value    text,                -- what stood in the row
  earlier  int                  -- the row that this one may be again
);
create index remark_row on imports.remark (batch_id, no);
create index remark_kind on imports.remark (batch_id, what, kind, no);
insert into imports.remark (batch_id, no, what, kind, field, says)
select r.batch_id, r.no, 'rejected', concat(r.field, ': ', r.reason), r.field, r.reason from imports.row r where r.outcome = 'rejected' and r.reason <> ''
union all
select r.batch_id, r.no, 'left-out', r.note, null, r.note from imports.row r where r.outcome <> 'rejected' and r.note <> ''
union all
select r.batch_id, r.no, 'kept', r.undone, null, r.undone from imports.row r where r.undone not in ('gone', 'restored');
insert into imports.remark (batch_id, no, what, kind, says, earlier)
select r.batch_id, r.no, 'again', 'again', 'The person of an earlier row may be the same.', r.same_as
from imports.row r where r.same_as is not null and r.outcome = 'new';

-- The rows of a file that wait: imported ones go, rejected ones stay for the file of rejects.
delete from imports.row where cells is null;
alter table imports.row drop column key, drop column outcome, drop column matched, drop column field, drop column reason,
  drop column note, drop column same_as, drop column person_id, drop column undone;
alter table imports.row alter column cells set not null;
-- What the columns say that were guessed when the file came: where the source said the same last time under the same
-- number, the row need not be read. "twin": another row of the file has the same number.
alter table imports.row
  add column key  text collate "C",
  add column said uuid,
  add column twin boolean not null default false;
alter table imports.batch add column staged text;     -- the columns under which they say that

-- By what rows of one file are told from each other: hashes, gone when the file is imported.
create table imports.seen (
  batch_id uuid   not null references imports.batch (id) on delete cascade,
  hash     uuid   not null,
  no       int    not null,
  one      bigint not null,     -- of a number of its own: what the row says; of a number of the person: the name
  other    bigint not null,     -- of a number of the person: the birth date
  primary key (batch_id, hash, no)
);

------------------------------------------------------------------------------------------------------------------------
-- Which person a source's row became, what it said last time, and which batch made the person of it

alter table imports.origin
  add column said    uuid,      -- hash of the columns by which it was read: the same file again is not read again
  add column made_by uuid,
  add column no      int;
update imports.origin o set made_by = e.batch_id, no = e.no
from imports.effect e join imports.batch b on b.id = e.batch_id
where e.what = 'made' and e.person_id = o.person_id and b.source = o.source;
delete from imports.effect where what = 'made';
create index origin_made on imports.origin (made_by, no) where made_by is not null;
alter table imports.origin set (fillfactor = 90);
alter table imports.origin drop constraint import_origin_person_id_fkey;
alter table imports.effect drop constraint import_effect_person_id_fkey;
alter table imports.effect drop constraint import_effect_what_check;
alter table imports.effect add check (what in ('added', 'ended', 'said', 'origin'));

------------------------------------------------------------------------------------------------------------------------

call imports.protect('imports.batch', 'id');
call imports.protect('imports.row', 'batch_id');
call imports.protect('imports.remark', 'batch_id');
call imports.protect('imports.seen', 'batch_id');
alter policy adding on imports.possible with check ((select platform.me()) is not null);
alter policy adding on imports.origin with check ((select platform.me()) is not null);
-- The import job sees them all anyway; asked so, it is not asked for each of a million.
alter policy need_to_know on imports.origin using (
  (select platform.me()) = '00000000-0000-4000-8000-000000000005'
  or exists (select from access.record r where r.id = origin.person_id));
alter policy changing on imports.origin using (
  (select platform.me()) = '00000000-0000-4000-8000-000000000005'
  or exists (select from access.record r where r.id = origin.person_id));
alter policy removing on imports.origin using (
  (select platform.me()) = '00000000-0000-4000-8000-000000000005'
  or exists (select from access.record r where r.id = origin.person_id));
alter policy adding on imports.effect with check ((select platform.me()) is not null);
drop procedure imports.protect(regclass, text);
drop function people.my_imports();
drop function people.untouched_since_import(uuid, uuid[]);

grant select, insert, update, delete on imports.remark, imports.seen to sightline_app;
revoke execute on function imports.mine() from public;
grant execute on function imports.mine() to sightline_app;
