-- By which chances people are weighed. A job proposes a model from what people have said of pairs; a person puts it in use,
-- says why, and can take an earlier one again. Both lists are added to and never changed. Numbers only: how often two
-- records differ in some respect tells nothing of anybody.

create table people.model (
  no         int         primary key check (no > 0),
  same       int         not null check (same >= 0),       -- pairs that people said are one person's
  not_same   int         not null check (not_same >= 0),   -- and are not
  found      int         not null check (found >= 0),      -- pairs that nobody has judged
  drawn      int         not null check (drawn >= 0),      -- pairs drawn by chance
  people     bigint      not null check (people >= 0),     -- how many were on the index
  asks       int         not null check (asks >= 0),       -- how often it had been asked for
  against_no int         references people.model (no),     -- which was in use then; null for what is usual
  chances    jsonb       not null,                         -- for each comparison and level, with what it rests on
  effect     jsonb       not null,                         -- what would change with it
  created_by uuid        not null,
  created_at timestamptz not null
);

-- The last one counts. A number once taken is not taken again: two at once do not overwrite each other.
create table people.model_use (
  no         int         primary key check (no > 0),
  model_no   int         references people.model (no),     -- null for what is usual
  why        text        not null check (length(why) between 10 and 1000),
  created_by uuid        not null,
  created_at timestamptz not null
);

-- Somebody does not want to wait for the week to pass.
create table people.model_ask (
  no         int         primary key generated always as identity,
  created_by uuid        not null,
  created_at timestamptz not null
);

-- Nobody is in these tables, so everybody may read them; only the job "model" proposes.
alter table people.model enable row level security;
alter table people.model force row level security;
create policy kernel on people.model to sightline_owner using (true) with check (true);
create policy reading on people.model for select to sightline_app using (platform.me() is not null);
create policy adding on people.model for insert to sightline_app with check (
  (select platform.me()) = '00000000-0000-4000-8000-0000000000d1');
alter table people.model_use enable row level security;
alter table people.model_use force row level security;
create policy kernel on people.model_use to sightline_owner using (true) with check (true);
create policy reading on people.model_use for select to sightline_app using (platform.me() is not null);
create policy adding on people.model_use for insert to sightline_app with check (created_by = (select platform.me()));
alter table people.model_ask enable row level security;
alter table people.model_ask force row level security;
create policy kernel on people.model_ask to sightline_owner using (true) with check (true);
create policy reading on people.model_ask for select to sightline_app using (platform.me() is not null);
create policy adding on people.model_ask for insert to sightline_app with check (created_by = (select platform.me()));
grant select, insert on people.model, people.model_use, people.model_ask to sightline_app;
