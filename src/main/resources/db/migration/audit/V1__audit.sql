-- The log of every read and write. Rows are added plainly, in the transaction of what they record; a sequencer later
-- appends a salted leaf for each to a Merkle tree (RFC 6962) and signs checkpoints. Nobody may change or remove a row.

create schema audit;
grant usage on schema audit to sightline_app;

create table audit.entry (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  actor   uuid        not null,
  session text,
  action  text        not null,
  kind    text,
  record  uuid,
  reason  text,
  detail  text,
  salt    bytea       not null default uuid_send(gen_random_uuid())
);
create index entry_record on audit.entry (record, at desc) where record is not null;
create index entry_actor on audit.entry (actor, at desc);

create table audit.leaf (
  no       bigint primary key,          -- position in the tree, from 0, without gaps
  entry_id bigint not null unique,
  hash     bytea  not null
);

create table audit.checkpoint (
  size      bigint primary key,
  root      bytea       not null,
  frontier  bytea       not null,
  at        timestamptz not null,
  key_id    text        not null,
  signature bytea       not null
);

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy kernel on audit.entry to sightline_owner using (true) with check (true);
create policy adding on audit.entry for insert to sightline_app with check (actor = platform.me());
create policy own_acts on audit.entry for select to sightline_app using (actor = platform.me());

-- Who else may read the log is a matter of access, which stands above this module and says so through this procedure.
create procedure audit.let_read(policy text, condition text)
language plpgsql as $$
begin
  execute format('create policy %I on audit.entry for select to sightline_app using (%s)', policy, condition);
end $$;

-- Published: the acts, for those who may read them.
create view audit.act with (security_invoker = true) as
select id, at, actor, session, action, kind, record, reason, detail from audit.entry;

grant select, insert on audit.entry, audit.leaf, audit.checkpoint to sightline_app;
grant select on audit.act to sightline_app;
