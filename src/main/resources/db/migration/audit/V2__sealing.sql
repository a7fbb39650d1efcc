-- What the sequencer needs besides the log, the leaves and the checkpoints of V1.

-- Every key that ever signed, so that the log can be verified after a key or a node has changed. A second party that
-- wants to trust nobody here keeps the keys itself and verifies against those.
create table audit.key (
  id         text primary key,
  public_key text        not null,
  first_seen timestamptz not null
);
alter table audit.key enable row level security;
alter table audit.key force row level security;
create policy kernel on audit.key to sightline_owner using (true) with check (true);
create policy reading on audit.key for select to sightline_app using (true);
create policy adding on audit.key for insert to sightline_app
  with check (platform.me() = '00000000-0000-4000-8000-00000000000a');
grant select, insert on audit.key to sightline_app;

-- How far the log has been given leaves. Entries commit out of order of their id, so "the highest id so far" would lose
-- those that commit late. Every entry up to low_water has its leaf or will never exist. next_mark becomes low_water once
-- every transaction of waits_for has ended: those were writing to the log when next_mark was the last id given out, and
-- an id is given out only to a transaction that already holds the table's lock. So the sequencer looks for entries
-- without a leaf only above low_water, however long the log is, and one slow transaction delays nobody else's leaf.
create table audit.sequencing (
  only_row  boolean primary key default true check (only_row),
  low_water bigint not null default 0,
  next_mark bigint,
  waits_for text[]
);
insert into audit.sequencing default values;
alter table audit.sequencing enable row level security;
alter table audit.sequencing force row level security;
create policy kernel on audit.sequencing to sightline_owner using (true) with check (true);
create policy sequencer on audit.sequencing to sightline_app
  using (platform.me() = '00000000-0000-4000-8000-00000000000a')
  with check (platform.me() = '00000000-0000-4000-8000-00000000000a');
grant select, update on audit.sequencing to sightline_app;
grant select on sequence audit.entry_id_seq to sightline_app;

-- One checkpoint for each batch would be a row a second for ever. A later checkpoint signs over everything that an
-- earlier one did, so taking earlier ones away loses no proof, only how narrowly damage can be placed: kept whole for a
-- day, then the last of each hour. The last of all always stays.
create function audit.thin_checkpoints() returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone int;
begin
  if platform.me() <> '00000000-0000-4000-8000-00000000000a' then
    raise exception 'only the sequencer thins checkpoints' using errcode = '42501';
  end if;
  delete from audit.checkpoint c
  where c.at < platform.at() - interval '1 day'
    and exists (select from audit.checkpoint later
                where later.size > c.size
                  and date_trunc('hour', later.at, 'UTC') = date_trunc('hour', c.at, 'UTC')
                  and later.at < platform.at() - interval '1 day');
  get diagnostics gone = row_count;
  return gone;
end $$;
create index checkpoint_at on audit.checkpoint (at);
revoke execute on function audit.thin_checkpoints() from public;
grant execute on function audit.thin_checkpoints() to sightline_app;
