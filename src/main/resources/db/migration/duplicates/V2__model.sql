-- How alike two records are in each respect, as levels only: kept with the pair when it is weighed and with the verdict when
-- it is given. A record that is given up in a merge is compared with nothing any more, and what was said of it counts on.
alter table duplicates.pair add column levels text check (length(levels) <= 500);
alter table duplicates.verdict add column levels text check (length(levels) <= 500);

-- The job that proposes a model sees the district as a worker of both front doors would: nobody restricted or sealed. What it
-- counts may be read by somebody who may not know of them.
insert into access.account (id, kind, name, state, created_by, created_at)
values ('00000000-0000-4000-8000-0000000000d1', 'job', 'model', 'active', '00000000-0000-4000-8000-000000000001',
        '2026-11-01T00:00Z');
insert into access.post (key, label) values ('job:model', 'Background job that learns how records of one person differ');
insert into access.post_line (post, line, reach, sees, pointer)
values ('job:model', 0, 'district', array['identity'], array[]::text[]);
insert into access.holding (id, account_id, post, from_at, created_by, created_at)
values (gen_random_uuid(), '00000000-0000-4000-8000-0000000000d1', 'job:model', '2026-11-01T00:00Z',
        '00000000-0000-4000-8000-0000000000d1', '2026-11-01T00:00Z');

-- Beside what was said of pairs, what the model had said: in bands of the chance, for the last three months and before.
create table duplicates.drift (
  period     text             not null check (period in ('recent', 'before')),
  band       int              not null check (band between 0 and 3),
  judged     int              not null check (judged >= 0),
  same       int              not null check (same between 0 and judged),
  said       double precision not null,              -- the sum of the chances
  created_at timestamptz      not null,
  primary key (period, band)
);
alter table duplicates.drift enable row level security;
alter table duplicates.drift force row level security;
create policy kernel on duplicates.drift to sightline_owner using (true) with check (true);
create policy reading on duplicates.drift for select to sightline_app using (platform.me() is not null);
create policy adding on duplicates.drift for insert to sightline_app with check (
  (select platform.me()) = '00000000-0000-4000-8000-0000000000d1');
create policy removing on duplicates.drift for delete to sightline_app using (
  (select platform.me()) = '00000000-0000-4000-8000-0000000000d1');
grant select, insert, delete on duplicates.drift to sightline_app;
