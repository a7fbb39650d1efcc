-- Referrals from receipt to answer (PRACTICE §1). What was sent is kept whole and never changed; whom it is about, who
-- decided what, what the referrer was told and whose work it is stand beside it. History is only added to.

create schema referrals;
grant usage on schema referrals to sightline_app;

create table referrals.referral (
  id              uuid primary key,
  reference       text        not null unique check (reference ~ '^R-[0-9A-HJKMNP-TV-Z]{7}$'),
  channel         text        not null check (channel in ('portal', 'phone', 'public')),
  edition         text        not null,     -- the pack the form was filled in with
  form            jsonb       not null,     -- as it was sent
  about           text        not null,     -- code of referral-subject
  strands         text[]      not null check (cardinality(strands) > 0),
  their_level     int         not null check (their_level between 1 and 4),
  danger          boolean     not null,     -- somebody was in immediate danger when it was sent
  youngest_born   date,                     -- of the subjects, estimated where only an age was given
  referrer_id     uuid,                     -- the account that sent it; null for the public and for callers
  referrer_places uuid[]      not null,     -- places whose people share what was referred there
  referrer_name   text,
  referrer_agency text,
  referrer_email  text,
  out_of_hours    boolean     not null,
  state           text        not null check (state in ('acknowledged', 'triaged', 'decided', 'answered', 'closed')),
  outcome         text,                     -- code of referral-decision, of the decision that stands
  our_level       int         check (our_level between 1 and 4),
  team_id         uuid        not null,
  owner_id        uuid,
  clock           text        not null,     -- the rule by which the referrer is told, such as C03
  due_at          timestamptz not null,
  received_at     timestamptz not null,
  acknowledged_at timestamptz not null,
  decided_at      timestamptz,
  answered_at     timestamptz,
  closed_at       timestamptz,
  version         int         not null default 0,
  created_by      uuid        not null,
  created_at      timestamptz not null,
  check ((state in ('decided', 'answered', 'closed')) = (decided_at is not null)),
  check ((decided_at is null) = (outcome is null)),
  check ((decided_at is null) = (our_level is null)),
  check ((state in ('answered', 'closed')) = (answered_at is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (closed_at >= answered_at and answered_at >= decided_at and decided_at >= received_at)
);
create index referral_open on referrals.referral (due_at, id) where state in ('acknowledged', 'triaged', 'decided');
create index referral_team on referrals.referral (team_id, due_at, id);
create index referral_owner on referrals.referral (owner_id) where owner_id is not null;
create index referral_places on referrals.referral using gin (referrer_places);
create index referral_referrer on referrals.referral (referrer_id, received_at desc) where referrer_id is not null;

-- Sent twice is received once: the receipt is found again by the id of the form's first subject, by whoever sent it.
create table referrals.receipt (
  form_key    uuid primary key,
  referral_id uuid        not null references referrals.referral (id),
  reference   text        not null,
  received_at timestamptz not null,
  due_at      timestamptz not null,
  team_id     uuid        not null,
  created_by  uuid        not null
);

create table referrals.subject (
  id           uuid primary key,
  referral_id  uuid        not null references referrals.referral (id),
  no           int         not null check (no >= 1),
  name         text        not null,
  born         date,
  age_estimate int,
  person_id    uuid,
  state        text        not null check (state in ('unmatched', 'matched', 'created', 'not-identifiable')),
  why          text,
  settled_by   uuid,
  settled_at   timestamptz,
  version      int         not null default 0,
  created_by   uuid        not null,
  created_at   timestamptz not null,
  unique (referral_id, no),
  check ((state in ('matched', 'created')) = (person_id is not null)),
  check ((state = 'unmatched') = (settled_at is null)),
  check ((settled_at is null) = (settled_by is null)),
  check (state <> 'not-identifiable' or length(why) >= 10)
);
create index subject_person on referrals.subject (person_id) where person_id is not null;

-- Every judgement on who a subject is, the doubtful and the undone ones too.
create table referrals.judgement (
  id          uuid primary key,
  referral_id uuid        not null references referrals.referral (id),
  subject_id  uuid        not null references referrals.subject (id),
  verdict     text        not null check (verdict in ('same', 'not', 'unsure', 'created', 'not-identifiable', 'undone')),
  person_id   uuid,
  why         text,
  created_by  uuid        not null,
  created_at  timestamptz not null,
  check ((verdict in ('not-identifiable')) = (person_id is null))
);
create index judgement_referral on referrals.judgement (referral_id);

create table referrals.decision (
  id          uuid primary key,
  referral_id uuid        not null references referrals.referral (id),
  no          int         not null check (no >= 1),
  outcome     text        not null,
  their_level int         not null check (their_level between 1 and 4),
  our_level   int         not null check (our_level between 1 and 4),
  reason      text        not null check (length(reason) >= 10),
  revised_why text,                          -- why the decision before it no longer stands
  actions     text,
  duplicate_of uuid,
  edition     text        not null,
  created_by  uuid        not null,
  created_at  timestamptz not null,
  unique (referral_id, no),
  check ((no = 1) = (revised_why is null)),
  check ((outcome = 'duplicate') = (duplicate_of is not null)),
  check (duplicate_of <> referral_id)
);

-- Work that a decision puts on another team's list.
create table referrals.routing (
  id              uuid primary key,
  referral_id     uuid        not null references referrals.referral (id),
  decision_id     uuid        not null unique references referrals.decision (id),
  route           text        not null,
  team_id         uuid        not null,
  owner_id        uuid,
  clock           text        not null,
  due_at          timestamptz not null,
  state           text        not null check (state in ('waiting', 'taken', 'finished', 'withdrawn')),
  taken_by        uuid,
  taken_at        timestamptz,
  outcome         text,                       -- a code of the receiving list, such as DRAM-3
  evidence        text,
  ended_by        uuid,
  ended_at        timestamptz,
  version         int         not null default 0,
  created_by      uuid        not null,
  created_at      timestamptz not null,
  check ((taken_at is null) = (taken_by is null)),
  check (state <> 'waiting' or taken_at is null),
  check (state <> 'taken' or taken_at is not null),
  check ((state in ('finished', 'withdrawn')) = (ended_at is not null)),
  check ((ended_at is null) = (ended_by is null)),
  check (state <> 'finished' or length(evidence) >= 10)
);
create unique index routing_live on referrals.routing (referral_id) where state in ('waiting', 'taken');
create index routing_team on referrals.routing (team_id, due_at, id) where state in ('waiting', 'taken');

create table referrals.answer (
  id          uuid primary key,
  referral_id uuid        not null references referrals.referral (id),
  decision_id uuid        not null references referrals.decision (id),
  body        text        not null check (length(body) >= 10),
  how         text        not null check (how in ('portal', 'letter', 'phone', 'not-possible')),
  told        text,                           -- who took the call, or why nobody could be told
  document_id uuid,                           -- the letter
  approved_by uuid,
  created_by  uuid        not null,
  created_at  timestamptz not null,
  check (how not in ('phone', 'not-possible') or length(told) >= 2)
);
create index answer_referral on referrals.answer (referral_id, created_at);

-- What was shared with whom and on what basis when the referrer was answered (PRACTICE §12.2).
create table referrals.disclosure (
  id           uuid primary key,
  referral_id  uuid        not null references referrals.referral (id),
  answer_id    uuid        not null references referrals.answer (id),
  shared_with  text        not null,
  purpose      text        not null,
  basis        text        not null,
  categories   text        not null,
  decision     text        not null,          -- code of sharing-decision
  necessary    text        not null,
  how          text        not null,
  sent_sha256  text        not null,
  sent         text        not null,
  created_by   uuid        not null,
  created_at   timestamptz not null
);

-- Written beside the referral: corrections of what was sent, what the referrer added, notes of those who work on it.
create table referrals.note (
  id          uuid primary key,
  referral_id uuid        not null references referrals.referral (id),
  kind        text        not null check (kind in ('correction', 'added', 'note', 'danger')),
  body        text        not null check (length(body) between 1 and 20000),
  created_by  uuid        not null,
  created_at  timestamptz not null
);
create index note_referral on referrals.note (referral_id, created_at);

-- Whose work it was, from the first minute.
create table referrals.custody (
  id          uuid primary key,
  referral_id uuid        not null references referrals.referral (id),
  team_id     uuid        not null,
  owner_id    uuid,
  how         text        not null check (how in ('received', 'claimed', 'assigned', 'handed-over', 'returned')),
  why         text,
  created_by  uuid        not null,
  created_at  timestamptz not null
);
create index custody_referral on referrals.custody (referral_id, created_at);

-- Qualified: a bare "id" would be read inside the policy as the access record's own, and every row would pass.
call access.protect('referrals.referral', 'id');
call access.protect('referrals.subject', 'referral_id');
call access.protect('referrals.judgement', 'referral_id');
call access.protect('referrals.decision', 'referral_id');
call access.protect('referrals.routing', 'referral_id');
call access.protect('referrals.answer', 'referral_id');
call access.protect('referrals.disclosure', 'referral_id');
call access.protect('referrals.note', 'referral_id');
call access.protect('referrals.custody', 'referral_id');

alter table referrals.receipt enable row level security;
alter table referrals.receipt force row level security;
create policy kernel on referrals.receipt to sightline_owner using (true) with check (true);
create policy own on referrals.receipt for select to sightline_app using (created_by = platform.me());
create policy adding on referrals.receipt for insert to sightline_app with check (created_by = platform.me());

grant select, insert, update on referrals.referral, referrals.subject, referrals.routing to sightline_app;
grant select, insert on referrals.receipt, referrals.judgement, referrals.decision, referrals.answer,
  referrals.disclosure, referrals.note, referrals.custody to sightline_app;

-- Published: what work lists and proofs need to know, without a name in it.
create view referrals.item with (security_invoker = true) as
select id, reference, channel, about, strands, state, outcome, team_id, owner_id, clock, due_at, danger,
       received_at, acknowledged_at, decided_at, answered_at, closed_at
from referrals.referral;

-- Published: the items that decisions have put on receiving teams' lists.
create view referrals.routed with (security_invoker = true) as
select t.id, t.referral_id, r.reference, t.route, t.team_id, t.owner_id, t.clock, t.due_at, t.state, t.taken_at,
       t.ended_at, t.created_at
from referrals.routing t join referrals.referral r on r.id = t.referral_id;

grant select on referrals.item, referrals.routed to sightline_app;

-- What a leaver had in hand goes back to the team's list. Whoever ends an account need not see the records it worked on,
-- so this asks no row policy; it does nothing to an account that is still live.
create function referrals.hand_back(p_account uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  handed int;
begin
  if not exists (select from access.account a where a.id = p_account and a.state = 'ended') then
    return 0;
  end if;
  update referrals.routing
  set state = 'waiting', owner_id = null, taken_by = null, taken_at = null, version = version + 1
  where owner_id = p_account and state = 'taken';
  with returned as (
    update referrals.referral set owner_id = null, version = version + 1
    where owner_id = p_account and state in ('acknowledged', 'triaged', 'decided')
    returning id, team_id
  )
  insert into referrals.custody (id, referral_id, team_id, how, why, created_by, created_at)
  select gen_random_uuid(), id, team_id, 'returned', 'The owner left.', platform.me(), platform.at() from returned;
  get diagnostics handed = row_count;
  return handed;
end $$;
revoke execute on function referrals.hand_back(uuid) from public;
grant execute on function referrals.hand_back(uuid) to sightline_app;

-- The record behind a reference, for break-glass; what may be told of it is decided by access.
create function referrals.find(p_reference text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select r.id from referrals.referral r where r.reference = upper(p_reference)
$$;
revoke execute on function referrals.find(text) from public;
grant execute on function referrals.find(text) to sightline_app;
