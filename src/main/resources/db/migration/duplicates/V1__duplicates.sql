-- Pairs of records that may be one person's, and what people have said of them. A pair is seen by those who see both people
-- and by nobody else: that somebody closed is like somebody would tell that there is a record of them.

create schema duplicates;
grant usage on schema duplicates to sightline_app;

-- The job that compares sees everybody, and nothing else.
insert into access.account (id, kind, name, state, created_by, created_at)
values ('00000000-0000-4000-8000-0000000000d0', 'job', 'duplicates', 'active', '00000000-0000-4000-8000-000000000001',
        '2026-11-01T00:00Z');
insert into access.post (key, label) values ('job:compare', 'Background job that compares people');
insert into access.post_line (post, line, reach, sees, pointer)
values ('job:compare', 0, 'everything', array['identity'], array[]::text[]);
insert into access.holding (id, account_id, post, from_at, created_by, created_at)
values (gen_random_uuid(), '00000000-0000-4000-8000-0000000000d0', 'job:compare', '2026-11-01T00:00Z',
        '00000000-0000-4000-8000-0000000000d0', '2026-11-01T00:00Z');

create table duplicates.pair (
  id           uuid primary key,
  one_id       uuid             not null,
  other_id     uuid             not null,
  bits         double precision not null,      -- the weight, as last weighed
  chance       double precision not null check (chance between 0 and 1),
  strength     text             not null check (strength in ('strong', 'possible', 'weak')),
  reasons      text             not null check (length(reasons) <= 1000),
  weighed_at   timestamptz      not null,
  verdict      text             check (verdict in ('same', 'not-same', 'unsure')),   -- the last one
  verdict_at   timestamptz,
  verdict_seen text             check (verdict_seen in ('strong', 'possible', 'weak')),
  verdict_bits double precision,
  -- Whether both records stand for somebody: one that was given up in a merge does not, nor one that is gone. No pair
  -- follows a merge; when it is undone they stand again, with all that was said of them.
  stands       boolean          not null default true,
  -- What a person has yet to say: never asked, or said not to be the same when less spoke for it than does now.
  open         boolean          not null generated always as (
                 stands and (verdict is null
                             or verdict = 'not-same' and strength = 'strong' and verdict_seen <> 'strong')) stored,
  version      int              not null default 0,     -- verdicts so far
  created_by   uuid             not null,
  created_at   timestamptz      not null,
  check (one_id < other_id),
  check ((verdict is null) = (verdict_at is null) and (verdict is null) = (verdict_seen is null)
         and (verdict is null) = (verdict_bits is null) and (verdict is null) = (version = 0)),
  unique (one_id, other_id)
);
create index pair_other on duplicates.pair (other_id);
create index pair_open on duplicates.pair (bits, id) where open;
create index pair_unsure on duplicates.pair (bits, id) where verdict = 'unsure' and stands;
create index pair_decided on duplicates.pair (verdict_at, id) where verdict <> 'unsure' and stands;

-- Added, never changed: what somebody said, why, and how much spoke for it then. A pair with verdicts cannot go.
create table duplicates.verdict (
  id         uuid primary key,
  pair_id    uuid             not null references duplicates.pair (id),
  no         int              not null check (no > 0),
  verdict    text             not null check (verdict in ('same', 'not-same', 'unsure')),
  why        text             not null check (length(why) <= 1000),
  bits       double precision not null,
  chance     double precision not null,
  strength   text             not null check (strength in ('strong', 'possible', 'weak')),
  version    int              not null default 0,
  created_by uuid             not null,
  created_at timestamptz      not null,
  check (verdict = 'unsure' or why <> ''),
  unique (pair_id, no)
);

-- How far the comparing has come: numbers only, without closed people.
create table duplicates.progress (
  one        boolean     primary key default true check (one),
  remaining  bigint      not null default 0,
  people     bigint      not null default 0,
  counted_at timestamptz,
  thresholds text        not null default '',   -- under which everybody was put on the list; others put them there again
  listed_to  uuid,                              -- how far that has come; null at its beginning
  listing    boolean     not null default true
);
insert into duplicates.progress default values;

-- Whether the reader sees both people is asked by look-up for each row of a list. Asked by "exists" it was answered with a
-- table of all the people whom the reader sees, made twice a statement: 28 ms with 20 000 people, and more with each.
call access.protect('duplicates.pair', 'one_id');
create policy other_too on duplicates.pair as restrictive for select to sightline_app using (
  (select platform.me()) = '00000000-0000-4000-8000-0000000000d0'
  or (select r.id from access.record r where r.id = pair.other_id) is not null);
create policy other_too_changing on duplicates.pair as restrictive for update to sightline_app using (
  (select platform.me()) = '00000000-0000-4000-8000-0000000000d0'
  or (select r.id from access.record r where r.id = pair.other_id) is not null);
-- Nobody but the job takes one away, and it does when a record is gone that an undone import had made.
alter policy need_to_know on duplicates.pair using (
  (select platform.me()) = '00000000-0000-4000-8000-0000000000d0'
  or (select r.id from access.record r where r.id = pair.one_id) is not null);
alter policy changing on duplicates.pair using (
  (select platform.me()) = '00000000-0000-4000-8000-0000000000d0'
  or (select r.id from access.record r where r.id = pair.one_id) is not null);
alter policy removing on duplicates.pair using ((select platform.me()) = '00000000-0000-4000-8000-0000000000d0');

call access.protect('duplicates.verdict', 'pair_id');
alter policy need_to_know on duplicates.verdict using (
  (select p.id from duplicates.pair p where p.id = verdict.pair_id) is not null);

grant select, insert, update, delete on duplicates.pair to sightline_app;
grant select, insert on duplicates.verdict to sightline_app;
grant select, update on duplicates.progress to sightline_app;
