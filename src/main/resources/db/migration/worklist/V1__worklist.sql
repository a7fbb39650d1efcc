-- What the proof that nothing is lost has found, run by run.

create schema worklist;
grant usage on schema worklist to sightline_app;

create table worklist.proof (
  id         uuid primary key,
  at         timestamptz not null,     -- of the snapshot
  took_ms    bigint      not null,
  items      bigint      not null,     -- open ones looked at
  broken     bigint      not null,
  channels   jsonb       not null,     -- per channel: received, decided, open
  created_by uuid        not null,
  created_at timestamptz not null
);
create index proof_at on worklist.proof (at desc);

-- Something broken: seen by those who see the record, or, where it is about none, by whoever sees the proof.
create table worklist.finding (
  id         uuid primary key,
  proof_id   uuid not null references worklist.proof (id) on delete cascade,
  no         int  not null,
  record_id  uuid,
  kind       text not null,
  reference  text not null,
  what       text not null,
  remedy     text not null,
  created_by uuid        not null,
  created_at timestamptz not null,
  unique (proof_id, no)
);

alter table worklist.proof enable row level security;
alter table worklist.proof force row level security;
create policy kernel on worklist.proof to sightline_owner using (true) with check (true);
create policy adding on worklist.proof for insert to sightline_app with check (created_by = platform.me());
create policy reading on worklist.proof for select to sightline_app using (
  exists (select from access.post_may m where m.action = 'assign' and m.post in (select access.my_posts()))
  or 'referral' = any ((select access.my_kinds('everything'))::text[]));
create policy clearing on worklist.proof for delete to sightline_app using (
  'referral' = any ((select access.my_kinds('everything'))::text[]));

alter table worklist.finding enable row level security;
alter table worklist.finding force row level security;
create policy kernel on worklist.finding to sightline_owner using (true) with check (true);
create policy adding on worklist.finding for insert to sightline_app with check (created_by = platform.me());
create policy reading on worklist.finding for select to sightline_app using (
  exists (select from worklist.proof p where p.id = proof_id)
  and (record_id is null or exists (select from access.record r where r.id = record_id)));
create policy clearing on worklist.finding for delete to sightline_app using (
  'referral' = any ((select access.my_kinds('everything'))::text[]));

grant select, insert, delete on worklist.proof, worklist.finding to sightline_app;

-- What goes with referrals and has got stuck: messages that were given up, files that wait for the scanner, drafts that
-- should be gone. The job that proves reads no message and no draft; it is told which, since when, and nothing of what
-- they say. It names the tables of three other modules on purpose: to read them as that job, each would have to open all
-- its rows to it.
create function worklist.stuck(p_scan_before timestamptz, p_purge_before timestamptz)
returns table (kind text, record_id uuid, reference text, since timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if platform.me() <> '00000000-0000-4000-8000-000000000002' then
    raise exception 'only the job "check" asks what is stuck' using errcode = 'insufficient_privilege';
  end if;
  return query
    select 'message', null::uuid, m.reference, m.created_at
    from messages.mail m where m.state = 'given-up'
    union all
    select 'file', d.attached_to, 'file of ' || d.kind, d.created_at
    from documents.document d where d.state = 'quarantined' and d.created_at < p_scan_before
    union all
    select 'draft', d.id, coalesce(d.reference, 'draft'), d.purge_at
    from marf.draft d where d.purge_at < p_purge_before
    order by 4;
end $$;
revoke execute on function worklist.stuck(timestamptz, timestamptz) from public;
grant execute on function worklist.stuck(timestamptz, timestamptz) to sightline_app;
