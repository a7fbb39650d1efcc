-- Running clocks: what is due, when, by whose work, and what happened to it (PRACTICE §0.11). A clock is seen by those who
-- see the record it is about.

create schema clocks;
grant usage on schema clocks to sightline_app;

create table clocks.clock (
  id            uuid primary key,
  rule          text        not null,      -- C03 …
  edition       text        not null,      -- pack and version whose limit it was started with
  subject_id    uuid        not null,      -- the record it is about
  kind          text        not null,      -- that record's kind
  reference     text        not null,      -- how people name that record; no personal data
  team_id       uuid        not null references access.team (id),
  owner_id      uuid        references access.account (id),
  accepted_at   timestamptz,               -- the owner has said yes; null: new to them
  declined_at   timestamptz,               -- the owner has said why not; it stays theirs until somebody assigns it anew
  started_at    timestamptz not null,
  due_at        timestamptz not null,
  paused_at     timestamptz,
  pause_reason  text,
  stopped_at    timestamptz,
  evidence      text,
  breached_at   timestamptz,               -- the limit, once it was passed
  breach_reason text,
  breach_words  text,
  breach_by     uuid,
  breach_told   timestamptz,
  rung          int         not null default 0,   -- steps of the ladder already taken
  look_at       timestamptz,               -- when the escalation next has something to do; null: never
  version       int         not null default 0,
  created_by    uuid        not null,
  created_at    timestamptz not null,
  check ((stopped_at is null) = (evidence is null)),
  check ((paused_at is null) = (pause_reason is null)),
  check (stopped_at is null or (paused_at is null and look_at is null)),
  check (stopped_at is null or stopped_at >= started_at),
  check ((breach_reason is null) = (breach_words is null)
     and (breach_reason is null) = (breach_by is null)
     and (breach_reason is null) = (breach_told is null)),
  check (accepted_at is null or owner_id is not null)
);
create unique index clock_one_running on clocks.clock (subject_id, rule) where stopped_at is null;
create index clock_subject on clocks.clock (subject_id);
create index clock_team_due on clocks.clock (team_id, due_at, id) where stopped_at is null;
create index clock_owner_due on clocks.clock (owner_id, due_at, id) where stopped_at is null;
create index clock_owner_unexplained on clocks.clock (owner_id, due_at, id)
  where stopped_at is not null and breached_at is not null and breach_reason is null;
create index clock_look on clocks.clock (look_at, id) where look_at is not null;

-- Ended pauses; added, never changed.
create table clocks.pause (
  id         uuid primary key,
  clock_id   uuid        not null references clocks.clock (id),
  subject_id uuid        not null,
  from_at    timestamptz not null,
  until_at   timestamptz not null,
  reason     text        not null,
  created_by uuid        not null,
  created_at timestamptz not null,
  check (until_at >= from_at)
);
create index pause_clock on clocks.pause (clock_id, from_at);

-- Everything that happened to a clock; added, never changed.
create table clocks.clock_event (
  id         bigint generated always as identity primary key,
  clock_id   uuid        not null references clocks.clock (id),
  subject_id uuid        not null,
  at         timestamptz not null,
  actor      uuid        not null,
  what       text        not null check (what in ('started', 'assigned', 'accepted', 'declined', 'paused', 'resumed',
                                                  'stopped', 'breached', 'escalated', 'explained')),
  team_id    uuid,
  owner_id   uuid,
  rung       int,
  words      text
);
create index clock_event_clock on clocks.clock_event (clock_id, id);

-- Who was told that a clock runs late, or that work is theirs. Without an account it is for whoever joins the team.
create table clocks.notice (
  id         uuid primary key,
  clock_id   uuid        not null references clocks.clock (id),
  subject_id uuid        not null,
  team_id    uuid        not null,
  account_id uuid        references access.account (id),
  rung       int         not null,          -- of the ladder; -1: the owner says they cannot take it
  role       text        not null,          -- a code of escalation-role: in what role they are told
  at         timestamptz not null,
  seen_at    timestamptz,
  mailed_at  timestamptz
);
create unique index notice_once on clocks.notice (clock_id, rung, role, coalesce(account_id, team_id));
create index notice_account on clocks.notice (account_id, at desc);
create index notice_team on clocks.notice (team_id, at desc) where account_id is null;
create index notice_unmailed on clocks.notice (account_id, at) where mailed_at is null and account_id is not null;

call access.protect('clocks.clock', 'subject_id');
call access.protect('clocks.pause', 'subject_id');
call access.protect('clocks.clock_event', 'subject_id');
call access.protect('clocks.notice', 'subject_id');

grant select, insert, update on clocks.clock, clocks.notice to sightline_app;
grant select, insert on clocks.pause, clocks.clock_event to sightline_app;

-- Published: what runs now.
create view clocks.running with (security_invoker = true) as
select id, rule, subject_id, kind, reference, team_id, owner_id, accepted_at, declined_at, started_at, due_at, paused_at,
       breached_at, breach_reason, rung, version
from clocks.clock
where stopped_at is null;

-- Published: stopped after the limit and nobody has said why.
create view clocks.unexplained with (security_invoker = true) as
select id, rule, subject_id, kind, reference, team_id, owner_id, started_at, due_at, stopped_at
from clocks.clock
where stopped_at is not null and breached_at is not null and breach_reason is null;

-- Published: who was told what.
create view clocks.told with (security_invoker = true) as
select n.id, n.clock_id, n.subject_id, n.team_id, n.account_id, n.rung, n.role, n.at, n.seen_at, n.mailed_at,
       c.rule, c.kind, c.reference, c.due_at, c.stopped_at
from clocks.notice n join clocks.clock c on c.id = n.clock_id;

grant select on clocks.running, clocks.unexplained, clocks.told to sightline_app;

-- A leaver's running clocks go back to the team's list. Whoever ends an account need not see the records it worked on, so
-- this asks no row policy; it does nothing to an account that is still live.
create function clocks.hand_back(p_account uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  handed int;
begin
  if not exists (select from access.account a where a.id = p_account and a.state = 'ended') then
    return 0;
  end if;
  with returned as (
    update clocks.clock
    set owner_id = null, accepted_at = null, declined_at = null, version = version + 1
    where owner_id = p_account and stopped_at is null
    returning id, subject_id, team_id
  )
  insert into clocks.clock_event (clock_id, subject_id, at, actor, what, team_id, words)
  select id, subject_id, platform.at(), platform.me(), 'assigned', team_id, 'The owner left.' from returned;
  get diagnostics handed = row_count;
  return handed;
end $$;
revoke execute on function clocks.hand_back(uuid) from public;
grant execute on function clocks.hand_back(uuid) to sightline_app;
