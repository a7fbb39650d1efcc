-- Assessments of exploitation: what was answered, by whom and when; what the rule made of it; what a named person decided.
-- Answers are only ever added: the latest of an indicator counts, and the earlier ones stay to be read.

create schema assessment;
grant usage on schema assessment to sightline_app;

create table assessment.assessment (
  id              uuid primary key,
  reference       text        not null unique check (reference ~ '^A-[0-9A-Z]{7}$'),
  person_id       uuid        not null,
  kind            text        not null,             -- of its access record, as the tool says
  tool            text        not null,
  tool_version    text        not null,             -- the one it was made with, whatever the pack says later
  why             text        not null,             -- code of assessment-why
  about_on        date        not null,             -- months are counted back from this day
  missing         int         not null default 0 check (missing between 0 and 31),   -- episodes in the 30 days before
  state           text        not null check (state in ('draft', 'with-manager', 'active', 'superseded', 'withdrawn')),
  from_id         uuid references assessment.assessment (id),   -- the one whose answers it began with
  team_id         uuid        not null,             -- on whose list it is
  started_by      uuid        not null,
  started_at      timestamptz not null,
  calculated      text,
  points          int,
  provisional     boolean,
  decided         text,
  decided_why     text check (length(decided_why) <= 10000),
  variance        text,                             -- code of level-variance, where decided is not calculated
  decided_by      uuid,
  decided_at      timestamptz,
  countersigned_by uuid,
  countersigned_at timestamptz,
  manager_note    text check (length(manager_note) <= 10000),
  given_back_why  text check (length(given_back_why) <= 10000),
  ended_at        timestamptz,
  ended_why       text check (length(ended_why) <= 2000),
  edition         text,
  version         int         not null default 0,
  check (state not in ('with-manager', 'active', 'superseded') or decided_at is not null),
  check ((decided_at is null) = (decided is null) and (decided_at is null) = (decided_by is null)),
  check ((decided_at is null) = (calculated is null)),
  check (countersigned_by is null or countersigned_by <> decided_by),     -- nobody countersigns their own
  check ((countersigned_at is null) = (countersigned_by is null)),
  check ((state in ('superseded', 'withdrawn')) = (ended_at is not null))
);
create index assessment_person on assessment.assessment (person_id, started_at desc);
call access.protect('assessment.assessment', 'id');
call platform.follow_person('assessment.assessment', 'person_id', 'Assessment', $$t.reference$$, 'started_at');

create table assessment.answer (
  id            uuid primary key,
  no            bigint      generated always as identity,       -- which is the latest
  assessment_id uuid        not null references assessment.assessment (id),
  indicator     text        not null,
  said          text        not null check (said in ('yes-evidenced', 'yes-suspected', 'no', 'unknown', 'not-asked')),
  judged        text,
  last_seen     date,
  earlier       boolean     not null default false,
  source        text,                                           -- code of assessment-source
  note          text check (length(note) <= 4000),
  taken_from    text,                                           -- the reference of what it was taken over from; null: typed here
  created_by    uuid        not null,
  created_at    timestamptz not null
);
create index answer_assessment on assessment.answer (assessment_id, indicator, no desc);
call access.protect('assessment.answer', 'assessment_id');

-- What is made of a domain, and what speaks for safety there.
create table assessment.analysis (
  id            uuid primary key,
  no            bigint      generated always as identity,
  assessment_id uuid        not null references assessment.assessment (id),
  domain        text        not null,
  body          text        not null check (length(body) <= 10000),
  protective    text[]      not null default '{}',
  created_by    uuid        not null,
  created_at    timestamptz not null
);
create index analysis_assessment on assessment.analysis (assessment_id, domain, no desc);
call access.protect('assessment.analysis', 'assessment_id');

-- Answers to the questions beside the indicators.
create table assessment.reply (
  id            uuid primary key,
  no            bigint      generated always as identity,
  assessment_id uuid        not null references assessment.assessment (id),
  prompt        text        not null,
  question      text        not null,
  body          text check (length(body) <= 4000),
  codes         text[]      not null default '{}',
  taken_from    text,
  created_by    uuid        not null,
  created_at    timestamptz not null
);
create index reply_assessment on assessment.reply (assessment_id, prompt, question, no desc);
call access.protect('assessment.reply', 'assessment_id');

-- The level of each strand, as calculated and as decided.
create table assessment.strand (
  assessment_id uuid not null references assessment.assessment (id),
  strand        text not null,
  calculated    text not null,
  decided       text not null,
  primary key (assessment_id, strand)
);
call access.protect('assessment.strand', 'assessment_id');

-- What a decided level proposes; a person decides about each.
create table assessment.follow_up (
  id            uuid primary key,
  assessment_id uuid        not null references assessment.assessment (id),
  no            int         not null,
  action        text        not null,                           -- code of assessment-action
  because       text        not null,
  state         text        not null check (state in ('open', 'done', 'not-needed')),
  note          text check (length(note) <= 2000),
  decided_by    uuid,
  decided_at    timestamptz,
  version       int         not null default 0,
  unique (assessment_id, action),
  check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check (state = 'open' or note is not null)
);
call access.protect('assessment.follow_up', 'assessment_id');

grant select, insert, update on assessment.assessment, assessment.strand, assessment.follow_up to sightline_app;
grant select, insert on assessment.answer, assessment.analysis, assessment.reply to sightline_app;
grant delete on assessment.strand to sightline_app;

-- The record behind a reference, for break-glass; what may be told of it is decided by access.
create function assessment.find(p_reference text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select a.id from assessment.assessment a where a.reference = upper(p_reference)
$$;
revoke execute on function assessment.find(text) from public;
grant execute on function assessment.find(text) to sightline_app;
