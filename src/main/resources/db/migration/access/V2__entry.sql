-- Signing in, looking after accounts, opening and closing records, and the watch over browsing.

-- Whether one of the actor's posts includes an act.
create function access.i_may(p_action text) returns boolean
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  select exists (select from access.post_may m where m.action = p_action and m.post in (select access.my_posts()))
$$;

------------------------------------------------------------------------------------------------------------------------
-- Signing in

-- Failed tries by the SHA-256 of the address that was typed, whether or not anybody has it: known and unknown are alike.
create table access.sign_in_try (
  address_hash bytea primary key,
  failures     int         not null check (failures > 0),
  last_at      timestamptz not null,
  locked_until timestamptz
);
create index sign_in_try_last on access.sign_in_try (last_at);
alter table access.sign_in_try enable row level security;
alter table access.sign_in_try force row level security;
create policy kernel on access.sign_in_try to sightline_owner using (true) with check (true);
create policy signing_in on access.sign_in_try to sightline_app
  using (platform.me() = '00000000-0000-4000-8000-000000000004')
  with check (platform.me() = '00000000-0000-4000-8000-000000000004');
grant select, insert, update, delete on access.sign_in_try to sightline_app;

-- Invitations are made by administrators and taken up by the job that signs people in.
alter table access.invitation enable row level security;
alter table access.invitation force row level security;
create policy kernel on access.invitation to sightline_owner using (true) with check (true);
create policy inviting on access.invitation to sightline_app
  using (platform.me() = '00000000-0000-4000-8000-000000000004' or (select access.i_may('administer')))
  with check (platform.me() = '00000000-0000-4000-8000-000000000004'
    or ((select access.i_may('administer')) and account_id <> platform.me()));

-- Takes an account's password and second factor away: its next sign-in begins with an invitation.
create function access.forget_credential(p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if p_account = platform.me() or not access.i_may('administer') then
    raise exception 'only an administrator may reset the sign-in of somebody else' using errcode = 'SL002';
  end if;
  delete from access.credential where account_id = p_account;
  update access.invitation set expires_at = platform.at()
  where account_id = p_account and used_at is null and expires_at > platform.at();
end $$;

-- Ends everything that an account's relationships and lists open. The records may be hidden from the administrator.
create function access.end_openings(p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if p_account = platform.me() or not access.i_may('administer') then
    raise exception 'only an administrator may end the account of somebody else' using errcode = 'SL002';
  end if;
  update access.relationship set until_at = platform.at()
  where holder = p_account and (until_at is null or until_at > platform.at());
  update access.seal_member set until_at = platform.at()
  where account_id = p_account and (until_at is null or until_at > platform.at());
end $$;

------------------------------------------------------------------------------------------------------------------------
-- Whom a record is about is seen by those who see the record

call access.protect('access.record_person', 'record_id');
grant select on access.record_person to sightline_app;

------------------------------------------------------------------------------------------------------------------------
-- Break-glass

-- For the time of a break-glass its holder is on the list of the restricted people the record is about; never of sealed.
create function access.join_restricted(p_record uuid, p_until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from access.break_glass g
                 where g.account_id = platform.me() and g.subject_id = p_record and g.until_at = p_until) then
    raise exception 'no break-glass of this actor opens the record' using errcode = 'SL002';
  end if;
  insert into access.seal_member (person_id, account_id, from_at, until_at, created_by, created_at)
  select s.person_id, platform.me(), platform.at(), p_until, platform.me(), platform.at()
  from access.seal s join access.record_person p on p.person_id = s.person_id
  where p.record_id = p_record and s.level = 'restricted'
  on conflict (person_id, account_id) do update
  set from_at = excluded.from_at, until_at = excluded.until_at, created_by = excluded.created_by,
      created_at = excluded.created_at
  where seal_member.until_at <= platform.at();
end $$;

-- The actor's live break-glass over a record, directly or through a person it is about.
create function access.my_glass(p_record uuid)
returns table (reference text, until_at timestamptz, reason_code text, reason text)
language sql stable security definer set search_path = pg_catalog as $$
  select g.reference, g.until_at, g.reason_code, g.reason
  from access.break_glass g
  where g.account_id = platform.me() and g.at <= platform.at() and g.until_at > platform.at()
    and (g.subject_id = p_record
         or g.subject_id in (select p.person_id from access.record_person p where p.record_id = p_record))
  order by g.until_at desc limit 1
$$;

------------------------------------------------------------------------------------------------------------------------
-- A seal is lifted by two people: one proposes, another confirms

create table access.unseal (
  id          uuid primary key,
  person_id   uuid        not null,
  reason      text        not null check (length(reason) between 10 and 2000),
  proposed_by uuid        not null references access.account (id),
  proposed_at timestamptz not null,
  decided_by  uuid        references access.account (id),
  decided_at  timestamptz,
  outcome     text        check (outcome in ('confirmed', 'refused')),
  note        text,
  version     int         not null default 0,
  check ((decided_at is null) = (outcome is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (decided_by is null or decided_by <> proposed_by)
);
create unique index unseal_open on access.unseal (person_id) where decided_at is null;
alter table access.unseal enable row level security;
alter table access.unseal force row level security;
create policy kernel on access.unseal to sightline_owner using (true) with check (true);
create policy reading on access.unseal for select to sightline_app using (
  (select access.i_may('unseal')) or exists (select from access.record r where r.id = person_id));
create policy proposing on access.unseal for insert to sightline_app with check (proposed_by = platform.me());
create policy deciding on access.unseal for update to sightline_app
  using (proposed_by <> platform.me() and ((select access.i_may('unseal')) or (select access.i_may('decide:seal'))))
  with check (decided_by = platform.me());
grant select, insert, update on access.unseal to sightline_app;

-- Lifts the seal that a confirmed proposal is about; the second person may not see the record.
create function access.lift_seal(p_unseal uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  person uuid;
begin
  select u.person_id into person from access.unseal u
  where u.id = p_unseal and u.outcome = 'confirmed' and u.decided_by = platform.me() and u.proposed_by <> platform.me();
  if person is null then
    raise exception 'a seal is lifted by two people' using errcode = 'SL002';
  end if;
  delete from access.seal where person_id = person;
  perform access.follow_seal(person);
end $$;

-- Puts an account on a list, anew if it was on it before. Only somebody on the list, or who has just made it, adds.
create function access.list_member(p_person uuid, p_account uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from access.seal s where s.person_id = p_person
                 and (s.created_by = platform.me() and s.created_at = platform.at()
                      or exists (select from access.seal_member m
                                 where m.person_id = p_person and m.account_id = platform.me()
                                   and (m.until_at is null or m.until_at > platform.at())))) then
    raise exception 'only those on the list add to it' using errcode = 'SL002';
  end if;
  insert into access.seal_member (person_id, account_id, from_at, created_by, created_at)
  values (p_person, p_account, platform.at(), platform.me(), platform.at())
  on conflict (person_id, account_id) do update
  set from_at = excluded.from_at, until_at = null, created_by = excluded.created_by, created_at = excluded.created_at
  where seal_member.until_at <= platform.at();
end $$;

------------------------------------------------------------------------------------------------------------------------
-- The watch over browsing (PRACTICE §12.6: self look-ups alarmed)

create table access.alarm (
  id              uuid primary key,
  account_id      uuid        not null references access.account (id),
  rule            text        not null check (rule in ('many-records', 'own-record')),
  at              timestamptz not null,
  records         int         not null,
  acknowledged_by uuid        references access.account (id),
  acknowledged_at timestamptz,
  note            text,
  version         int         not null default 0,
  check ((acknowledged_at is null) = (note is null)),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check (acknowledged_by is null or acknowledged_by <> account_id)
);
create index alarm_account on access.alarm (account_id, at desc);
create index alarm_open on access.alarm (at) where acknowledged_at is null;
alter table access.alarm enable row level security;
alter table access.alarm force row level security;
create policy kernel on access.alarm to sightline_owner using (true) with check (true);
create policy reading on access.alarm for select to sightline_app using (
  platform.me() = '00000000-0000-4000-8000-000000000008'
  or (account_id <> platform.me() and (select access.i_may('decide:browsing-alarm'))));
create policy raising on access.alarm for insert to sightline_app
  with check (platform.me() = '00000000-0000-4000-8000-000000000008');
create policy acknowledging on access.alarm for update to sightline_app
  using (account_id <> platform.me() and (select access.i_may('decide:browsing-alarm')))
  with check (acknowledged_by = platform.me());
grant select, insert, update on access.alarm to sightline_app;

revoke execute on all functions in schema access from public;
grant execute on all functions in schema access to sightline_app;
