-- Who may see and do what. One policy, written once, over one table of facts about every protected record; every other
-- table about a person asks it. ADR 2026-11-one-access-policy.

create schema access;
grant usage on schema access to sightline_app;

------------------------------------------------------------------------------------------------------------------------
-- From the practice pack (written at start by the job "pack")

create table access.agency (
  key   text primary key,
  label text not null,
  kind  text not null
);

create table access.post (
  key   text primary key,
  label text not null
);

create table access.post_line (
  post    text   not null,
  line    int    not null,
  reach   text   not null,
  sees    text[] not null,
  pointer text[] not null,
  primary key (post, line)
);

create table access.post_may (
  post   text not null,
  action text not null,
  primary key (post, action)
);

-- Teams take work. A place (a school, a home) is a team of kind 'place': its people share what was referred there.
create table access.team (
  id     uuid primary key,
  key    text not null unique,
  kind   text not null check (kind in ('team', 'place')),
  label  text not null,
  agency text not null references access.agency (key),
  phone  text
);

------------------------------------------------------------------------------------------------------------------------
-- Accounts and the posts they hold

create table access.account (
  id         uuid primary key,
  kind       text        not null check (kind in ('person', 'job', 'public')),
  name       text        not null check (length(name) between 1 and 200),
  email      text,
  phone      text,
  agency     text        references access.agency (key),
  state      text        not null check (state in ('invited', 'active', 'ended')),
  person_id  uuid,                    -- the worker's own record, if they have one: looking at it raises an alarm
  ended_at   timestamptz,
  version    int         not null default 0,
  created_by uuid        not null,
  created_at timestamptz not null,
  check ((state = 'ended') = (ended_at is not null)),
  check (kind <> 'person' or (email is not null and agency is not null))
);
create unique index account_email on access.account (lower(email));

create table access.credential (
  account_id     uuid primary key references access.account (id),
  password_hash  text        not null,
  totp_secret    bytea,               -- encrypted with the product's key
  totp_step      bigint      not null default 0,   -- the last step used: a code works once
  changed_at     timestamptz not null
);

create table access.invitation (
  token_hash bytea primary key,       -- SHA-256 of what the link carries
  account_id uuid        not null references access.account (id),
  totp_secret bytea,                  -- the second factor being set up, encrypted with the product's key
  expires_at timestamptz not null,
  used_at    timestamptz,
  created_by uuid        not null,
  created_at timestamptz not null
);
create index invitation_account on access.invitation (account_id);

create table access.holding (
  id         uuid primary key,
  account_id uuid        not null references access.account (id),
  post       text        not null,
  team_id    uuid        references access.team (id),
  from_at    timestamptz not null,
  until_at   timestamptz,
  created_by uuid        not null,
  created_at timestamptz not null
);
create index holding_account on access.holding (account_id);
create index holding_team on access.holding (team_id);

------------------------------------------------------------------------------------------------------------------------
-- The facts the policy decides by: one row per protected record

create table access.record (
  id          uuid primary key,
  kind        text    not null,       -- a kind of ACCESS.md: identity, referral …
  child_until date,                   -- concerns a child until this day; null: nobody knows, so it does
  adult_from  date,                   -- concerns an adult from this day; null: nobody knows, so it does
  visibility  text    not null default 'team' check (visibility in ('team', 'restricted', 'sealed'))
);

-- Whom a record is about: exclusions, seals and relationships to a person reach all of that person's records.
create table access.record_person (
  record_id uuid not null references access.record (id) on delete cascade,
  person_id uuid not null,
  primary key (record_id, person_id)
);
create index record_person_person on access.record_person (person_id);

-- A relationship: who, whose record, by what, from when until when. Written in the transaction of the business fact.
create table access.relationship (
  id         uuid primary key,
  holder     uuid        not null,    -- an account or a team
  subject_id uuid        not null,    -- a record, or a person and so all their records
  via        text        not null,    -- referrer, owner, team, allocated, meeting, grant, break-glass …
  kinds      text[],                  -- null: the kinds the holder's post sees; otherwise just these
  from_at    timestamptz not null,
  until_at   timestamptz,
  reason     text        not null,
  granted_by uuid        not null,
  created_at timestamptz not null
);
create index relationship_holder on access.relationship (holder, subject_id);
create index relationship_subject on access.relationship (subject_id);

-- Conflict of interest: deny wins, and stays silent to the one it is about.
create table access.exclusion (
  id         uuid primary key,
  account_id uuid        not null references access.account (id),
  person_id  uuid        not null,
  from_at    timestamptz not null,
  until_at   timestamptz,
  reason     text        not null,
  created_by uuid        not null,
  created_at timestamptz not null
);
create index exclusion_account on access.exclusion (account_id);

-- Restricted and sealed people: a list of who may. Sealed is silent for everybody else, restricted asks for more.
create table access.seal (
  person_id  uuid primary key,
  level      text        not null check (level in ('restricted', 'sealed')),
  reason     text        not null,
  ask        text        not null,    -- the named person to ask; never shown to those who may not know
  created_by uuid        not null,
  created_at timestamptz not null,
  version    int         not null default 0
);

create table access.seal_member (
  person_id  uuid        not null references access.seal (person_id) on delete cascade,
  account_id uuid        not null references access.account (id),
  from_at    timestamptz not null,
  until_at   timestamptz,
  created_by uuid        not null,
  created_at timestamptz not null,
  primary key (person_id, account_id)
);
create index seal_member_account on access.seal_member (account_id);

create table access.break_glass (
  id              uuid primary key,
  reference       text        not null unique,
  account_id      uuid        not null references access.account (id),
  subject_id      uuid        not null,
  reason_code     text        not null,
  reason          text        not null check (length(reason) between 10 and 2000),
  at              timestamptz not null,
  until_at        timestamptz not null,
  review_due_at   timestamptz not null,
  reviewed_by     uuid        references access.account (id),
  reviewed_at     timestamptz,
  outcome         text        check (outcome in ('justified', 'not-justified')),
  note            text,
  version         int         not null default 0,
  check ((reviewed_at is null) = (outcome is null)),
  check (reviewed_by is null or reviewed_by <> account_id)
);
create index break_glass_account on access.break_glass (account_id);
create index break_glass_open on access.break_glass (review_due_at) where reviewed_at is null;

------------------------------------------------------------------------------------------------------------------------
-- What the policy asks. Each is one answer for the whole statement (an InitPlan), never one per row.

-- The posts the actor holds now; none once the account has ended.
create function access.my_posts() returns setof text
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  select h.post
  from access.holding h join access.account a on a.id = h.account_id
  where h.account_id = platform.me()
    and a.state = 'active'
    and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
$$;

-- Whom a relationship may name to mean the actor: the account and its teams.
create function access.my_holders() returns uuid[]
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  select array(
    select a.id from access.account a where a.id = platform.me() and a.state = 'active'
    union
    select h.team_id
    from access.holding h join access.account a on a.id = h.account_id
    where h.account_id = platform.me() and a.state = 'active' and h.team_id is not null
      and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at()))
$$;

-- The kinds that the actor's posts see at this reach.
create function access.my_kinds(at_reach text) returns text[]
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  select array(
    select distinct kind
    from access.post_line l, unnest(l.sees) kind
    where l.reach = at_reach and l.post in (select access.my_posts()))
$$;

-- The kinds that the actor's posts see of what they have a relationship with.
create function access.my_related_kinds() returns text[]
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  select array(
    select distinct kind
    from access.post_line l, unnest(l.sees) kind
    where l.reach in ('own', 'team', 'place', 'service', 'cohort') and l.post in (select access.my_posts()))
$$;

-- The records the actor has a live relationship with, directly or through the person they are about.
create function access.my_records() returns uuid[]
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  with live as (
    select r.subject_id, r.kinds
    from access.relationship r
    where r.holder = any (access.my_holders())
      and r.from_at <= platform.at() and (r.until_at is null or r.until_at > platform.at())
  ), reached as (
    select l.subject_id as id, l.kinds from live l
    union all
    select p.record_id, l.kinds from live l join access.record_person p on p.person_id = l.subject_id
  ), mine as materialized (
    select access.my_related_kinds() as kinds
  )
  select array(
    select distinct r.id
    from reached join access.record r on r.id = reached.id, mine
    where r.kind = any (coalesce(reached.kinds, mine.kinds)))
$$;

-- The records about people whom the actor is kept away from.
create function access.my_exclusions() returns uuid[]
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  with away as (
    select e.person_id
    from access.exclusion e
    where e.account_id = platform.me()
      and e.from_at <= platform.at() and (e.until_at is null or e.until_at > platform.at())
  )
  select array(
    select p.record_id from away join access.record_person p on p.person_id = away.person_id
    union
    select away.person_id from away)
$$;

-- The sealed and restricted records whose every closed person lists the actor.
create function access.my_unsealed() returns uuid[]
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  with listed as (
    select m.person_id
    from access.seal_member m
    where m.account_id = platform.me()
      and m.from_at <= platform.at() and (m.until_at is null or m.until_at > platform.at())
  )
  select array(
    select distinct p.record_id
    from listed join access.record_person p on p.person_id = listed.person_id
    where not exists (
      select from access.record_person other
      join access.seal s on s.person_id = other.person_id
      where other.record_id = p.record_id
        and other.person_id not in (select listed.person_id from listed)))
$$;

------------------------------------------------------------------------------------------------------------------------
-- The policy

alter table access.record enable row level security;
alter table access.record force row level security;

create policy kernel on access.record to sightline_owner using (true) with check (true);

create policy need_to_know on access.record for select to sightline_app using (
  id <> all ((select access.my_exclusions())::uuid[])
  and (
    kind = any ((select access.my_kinds('everything'))::text[])
    or (
      (visibility = 'team' or id = any ((select access.my_unsealed())::uuid[]))
      and (
        kind = any ((select access.my_kinds('district'))::text[])
        or ((child_until is null or child_until > (select platform.today()))
            and kind = any ((select access.my_kinds('district:children'))::text[]))
        or ((adult_from is null or adult_from <= (select platform.today()) + interval '6 months')
            and kind = any ((select access.my_kinds('district:adults'))::text[]))
        or id = any ((select access.my_records())::uuid[])
      )
    )
  )
);

-- Puts a table under the policy: its rows are seen by those who see the record that the expression names. New rows and
-- changes are made by services that have asked decide() first; row security still hides what may not be seen.
create procedure access.protect(tab regclass, record_column name)
language plpgsql as $$
declare
  -- With its table's name: a bare "id" inside the sub-select would be the access record's own, and every row would pass.
  record_id text := (select format('%I.%I', c.relname, record_column) from pg_catalog.pg_class c where c.oid = tab);
  visible text := format('exists (select from access.record r where r.id = %s)', record_id);
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('create policy kernel on %s to sightline_owner using (true) with check (true)', tab);
  execute format('create policy need_to_know on %s for select to sightline_app using (%s)', tab, visible);
  execute format('create policy adding on %s for insert to sightline_app with check (platform.me() is not null)', tab);
  execute format('create policy changing on %s for update to sightline_app using (%s) with check (platform.me() is not null)', tab, visible);
  execute format('create policy removing on %s for delete to sightline_app using (%s)', tab, visible);
end $$;

-- The facts about a record, kept by the module that owns it through these two functions only.
create function access.keep_record(p_id uuid, p_kind text, p_child_until date, p_adult_from date, p_people uuid[])
returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.me();
  insert into access.record (id, kind, child_until, adult_from)
  values (p_id, p_kind, p_child_until, p_adult_from)
  on conflict (id) do update set child_until = excluded.child_until, adult_from = excluded.adult_from;
  delete from access.record_person where record_id = p_id and person_id <> all (p_people);
  insert into access.record_person (record_id, person_id)
  select p_id, unnest(p_people) on conflict do nothing;
  update access.record r set visibility = coalesce((
    select case when bool_or(s.level = 'sealed') then 'sealed' else 'restricted' end
    from access.record_person p join access.seal s on s.person_id = p.person_id
    where p.record_id = p_id having count(*) > 0), 'team')
  where r.id = p_id;
end $$;

create function access.drop_record(p_id uuid)
returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.me();
  delete from access.record where id = p_id;
end $$;

-- After a seal is set, changed or lifted: every record about the person follows.
create function access.follow_seal(p_person uuid)
returns void language sql security definer set search_path = pg_catalog as $$
  update access.record r set visibility = coalesce((
    select case when bool_or(s.level = 'sealed') then 'sealed' else 'restricted' end
    from access.record_person p join access.seal s on s.person_id = p.person_id
    where p.record_id = r.id having count(*) > 0), 'team')
  where r.id in (select record_id from access.record_person where person_id = p_person)
$$;

-- What decide() needs to know about one record, whoever asks; never shown on a page.
create function access.facts(p_id uuid)
returns table (kind text, child_until date, adult_from date, visibility text, people uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select r.kind, r.child_until, r.adult_from, r.visibility,
         array(select person_id from access.record_person p where p.record_id = r.id)
  from access.record r where r.id = p_id
$$;

------------------------------------------------------------------------------------------------------------------------
-- Row security of the access tables themselves

alter table access.relationship enable row level security;
alter table access.relationship force row level security;
create policy kernel on access.relationship to sightline_owner using (true) with check (true);
create policy reading on access.relationship for select to sightline_app using (
  holder = any ((select access.my_holders())::uuid[])
  or exists (select from access.record r where r.id = subject_id)
  or 'everything' in (select l.reach from access.post_line l where l.post in (select access.my_posts())));
create policy adding on access.relationship for insert to sightline_app with check (granted_by = platform.me());
create policy ending on access.relationship for update to sightline_app using (true)
  with check (platform.me() is not null);

alter table access.exclusion enable row level security;
alter table access.exclusion force row level security;
create policy kernel on access.exclusion to sightline_owner using (true) with check (true);
-- Silent to the one it is about.
create policy reading on access.exclusion for select to sightline_app using (
  account_id <> platform.me() and exists (select from access.record r where r.id = person_id));
create policy adding on access.exclusion for insert to sightline_app with check (created_by = platform.me());
create policy ending on access.exclusion for update to sightline_app using (account_id <> platform.me());

alter table access.seal enable row level security;
alter table access.seal force row level security;
create policy kernel on access.seal to sightline_owner using (true) with check (true);
create policy reading on access.seal for select to sightline_app using (
  exists (select from access.record r where r.id = person_id));
create policy adding on access.seal for insert to sightline_app with check (created_by = platform.me());
create policy changing on access.seal for update to sightline_app using (
  exists (select from access.record r where r.id = person_id));
create policy lifting on access.seal for delete to sightline_app using (
  exists (select from access.record r where r.id = person_id));

alter table access.seal_member enable row level security;
alter table access.seal_member force row level security;
create policy kernel on access.seal_member to sightline_owner using (true) with check (true);
create policy reading on access.seal_member for select to sightline_app using (
  account_id = platform.me() or exists (select from access.record r where r.id = person_id));
create policy adding on access.seal_member for insert to sightline_app with check (created_by = platform.me());
create policy changing on access.seal_member for update to sightline_app using (
  exists (select from access.record r where r.id = person_id));

alter table access.break_glass enable row level security;
alter table access.break_glass force row level security;
create policy kernel on access.break_glass to sightline_owner using (true) with check (true);
create policy reading on access.break_glass for select to sightline_app using (
  account_id = platform.me()
  or exists (select from access.post_may m where m.action = 'review-break-glass' and m.post in (select access.my_posts())));
create policy adding on access.break_glass for insert to sightline_app with check (account_id = platform.me());
create policy reviewing on access.break_glass for update to sightline_app using (
  account_id <> platform.me()
  and exists (select from access.post_may m where m.action = 'review-break-glass' and m.post in (select access.my_posts())));

grant select, insert, update, delete on access.agency, access.post, access.post_line, access.post_may, access.team to sightline_app;
grant select, insert, update on access.account, access.credential, access.invitation, access.holding to sightline_app;
grant select on access.record to sightline_app;
grant select, insert, update on access.relationship, access.exclusion, access.seal_member, access.break_glass
  to sightline_app;
grant select, insert, update, delete on access.seal to sightline_app;

-- Passwords and second factors: one's own, and the sign-in job.
alter table access.credential enable row level security;
alter table access.credential force row level security;
create policy kernel on access.credential to sightline_owner using (true) with check (true);
create policy own on access.credential to sightline_app
  using (account_id = platform.me() or platform.me() = '00000000-0000-4000-8000-000000000004')
  with check (account_id = platform.me() or platform.me() = '00000000-0000-4000-8000-000000000004');

-- Who may read the log: who looked at a record that one may see; everything, for a post that sees the audit.
call audit.let_read('need_to_know', 'record is not null and exists (select from access.record r where r.id = record)');
call audit.let_read('audit_post', $$'audit' = any ((select access.my_kinds('none'))::text[])
  or 'audit' = any ((select access.my_kinds('everything'))::text[])$$);

revoke execute on all functions in schema access from public;
grant execute on all functions in schema access to sightline_app;

------------------------------------------------------------------------------------------------------------------------
-- Accounts that are not people: named jobs, and the public. Each sees what its work needs.

insert into access.account (id, kind, name, state, created_by, created_at)
select id::uuid, kind, name, 'active', '00000000-0000-4000-8000-000000000001', '2026-11-01T00:00Z'
from (values
  ('00000000-0000-4000-8000-000000000001', 'job', 'pack'),
  ('00000000-0000-4000-8000-000000000002', 'job', 'check'),
  ('00000000-0000-4000-8000-000000000003', 'job', 'escalation'),
  ('00000000-0000-4000-8000-000000000004', 'job', 'sign-in'),
  ('00000000-0000-4000-8000-000000000005', 'job', 'import'),
  ('00000000-0000-4000-8000-000000000006', 'job', 'district'),
  ('00000000-0000-4000-8000-000000000007', 'job', 'post'),
  ('00000000-0000-4000-8000-000000000008', 'job', 'watch'),
  ('00000000-0000-4000-8000-000000000009', 'public', 'a member of the public'),
  ('00000000-0000-4000-8000-00000000000a', 'job', 'sequencer')
) as account (id, kind, name);

insert into access.post (key, label) values ('job:everything', 'Background job');
insert into access.post_line (post, line, reach, sees, pointer)
values ('job:everything', 0, 'everything', array['identity', 'referral', 'audit'], array[]::text[]);
insert into access.holding (id, account_id, post, from_at, created_by, created_at)
select gen_random_uuid(), id, 'job:everything', created_at, id, created_at
from access.account
where kind = 'job' and name in ('check', 'escalation', 'import', 'district', 'watch', 'sequencer');

-- Everything decide() weighs about one account and one record, as it stands: nothing is decided here.
create function access.grounds(p_account uuid, p_record uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  with about as (
    select person_id from access.record_person where record_id = p_record
  )
  select jsonb_build_object(
    'active', exists (select from access.account a where a.id = p_account and a.state = 'active'),
    'posts', coalesce((
      select jsonb_agg(jsonb_build_object(
        'key', h.post, 'team', h.team_id, 'from', h.from_at, 'until', h.until_at,
        'lines', coalesce((select jsonb_agg(jsonb_build_object('reach', l.reach, 'sees', l.sees, 'pointer', l.pointer))
                           from access.post_line l where l.post = h.post), '[]'),
        'may', coalesce((select jsonb_agg(m.action) from access.post_may m where m.post = h.post), '[]')))
      from access.holding h where h.account_id = p_account), '[]'),
    'relationships', coalesce((
      select jsonb_agg(jsonb_build_object('holder', r.holder, 'subject', r.subject_id, 'via', r.via, 'kinds', r.kinds,
                                          'from', r.from_at, 'until', r.until_at, 'reason', r.reason))
      from access.relationship r
      where (r.subject_id = p_record or r.subject_id in (select person_id from about))
        and (r.holder = p_account
             or r.holder in (select h.team_id from access.holding h where h.account_id = p_account))), '[]'),
    'exclusions', coalesce((
      select jsonb_agg(jsonb_build_object('person', e.person_id, 'from', e.from_at, 'until', e.until_at))
      from access.exclusion e
      where e.account_id = p_account
        and (e.person_id = p_record or e.person_id in (select person_id from about))), '[]'),
    'seals', coalesce((
      select jsonb_agg(jsonb_build_object('person', s.person_id, 'level', s.level,
                                          'from', m.from_at, 'until', m.until_at))
      from access.seal s left join access.seal_member m on m.person_id = s.person_id and m.account_id = p_account
      where s.person_id in (select person_id from about)), '[]'))
$$;
grant execute on function access.grounds(uuid, uuid) to sightline_app;
