-- What becomes of a relationship when the work that it came from is done. It used to last for ever: a front door's team had
-- as many as it had ever received referrals, and every statement reads all that are live.

-- Whether everybody who is meant by a holder (an account, or a team's members) reaches such records by their posts alone.
create function access.holder_reaches(p_holder uuid, p_kind text, p_child boolean, p_adult boolean)
returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  with meant as materialized (
    select distinct h.account_id as id
    from access.holding h join access.account a on a.id = h.account_id
    where h.id in (select o.id from access.holding o where o.account_id = p_holder
                   union all
                   select o.id from access.holding o where o.team_id = p_holder)
      and a.state = 'active' and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
  )
  select coalesce(bool_and(exists (
    select from access.holding h join access.post_line l on l.post = h.post
    where h.account_id = meant.id
      and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
      and p_kind = any (l.sees)
      and (l.reach = 'district' or l.reach = 'district:children' and p_child or l.reach = 'district:adults' and p_adult))), false)
  from meant
$$;

-- The work on a record, or on a person, is done for everybody but those still at it. Whoever reaches the record anyway, as
-- long as the tail lasts, needs the relationship no longer; for others it ends with the tail.
create function access.work_done(p_subject uuid, p_vias text[], p_at_it uuid[], p_tail timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.me();
  update access.relationship r
  set until_at = case
    when exists (
      select from access.record o
      where o.id = p_subject and r.kinds = array[o.kind]
        and access.holder_reaches(
              r.holder, o.kind,
              o.child_until is null or o.child_until > (p_tail at time zone 'Europe/London')::date,
              o.adult_from is null or o.adult_from <= platform.today() + interval '6 months'))
    then platform.at() else p_tail end
  where r.subject_id = p_subject and r.via = any (p_vias) and r.holder <> all (p_at_it)
    and (r.until_at is null or r.until_at > p_tail);
end $$;

revoke execute on function access.holder_reaches(uuid, text, boolean, boolean),
  access.work_done(uuid, text[], uuid[], timestamptz) from public;
grant execute on function access.holder_reaches(uuid, text, boolean, boolean),
  access.work_done(uuid, text[], uuid[], timestamptz) to sightline_app;
