-- Referrals while they are being filled in (PRACTICE §1.4). A draft is the referrer's own; one that the front door takes
-- by telephone is also the team's, because somebody has already told us.

create schema marf;
grant usage on schema marf to sightline_app;

create table marf.draft (
  id            uuid primary key,
  owner         uuid        not null,
  channel       text        not null check (channel in ('PORTAL', 'PHONE')),
  content       jsonb       not null,     -- page → question → what was typed, as typed
  state         jsonb       not null,     -- page → its version, its place in the order, whether it was finished
  place         text,                     -- the page that was open last
  version       int         not null default 0,
  created_by    uuid        not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  purge_at      timestamptz,              -- 14 days after the last change; never, while a call waits to be written up
  warned_at     timestamptz,              -- when the owner was told that it will go
  referral_id   uuid,
  reference     text,
  received_at   timestamptz,
  answer_due_at timestamptz,
  team          text,
  team_phone    text,
  check (num_nonnulls(referral_id, reference, received_at, answer_due_at, team, team_phone) in (0, 6)),
  check (channel = 'PORTAL' or referral_id is not null or purge_at is null)
);
create index draft_owner on marf.draft (owner, changed_at desc);
create index draft_purge on marf.draft (purge_at) where purge_at is not null;

-- With its table's name: a bare "id" would be that of access.record inside the policy, and true for every row.
call access.protect('marf.draft', 'id');
grant select, insert, update, delete on marf.draft to sightline_app;

-- The job that warns of drafts about to go, and removes them.
insert into access.account (id, kind, name, state, created_by, created_at)
values ('00000000-0000-4000-8000-00000000000d', 'job', 'drafts', 'active',
        '00000000-0000-4000-8000-00000000000d', '2026-11-01T00:00Z');
insert into access.post (key, label) values ('job:drafts', 'Background job for drafts');
insert into access.post_line (post, line, reach, sees, pointer)
values ('job:drafts', 0, 'everything', array['draft'], array[]::text[]);
insert into access.holding (id, account_id, post, from_at, created_by, created_at)
values (gen_random_uuid(), '00000000-0000-4000-8000-00000000000d', 'job:drafts', '2026-11-01T00:00Z',
        '00000000-0000-4000-8000-00000000000d', '2026-11-01T00:00Z');
