-- Everybody whose post reaches the cohort works with the people who are open to the hub, whichever agency's team they sit
-- in. One relationship stands for all of them: its holder is the cohort.

create function access.cohort() returns uuid
language sql immutable parallel safe set search_path = pg_catalog as $$
  select '00000000-0000-4000-8000-000000000100'::uuid
$$;
grant execute on function access.cohort() to sightline_app;

-- Whom a relationship may name to mean the actor: the account, its teams, and the cohort for posts that reach it.
create or replace function access.my_holders() returns uuid[]
language sql stable security definer parallel safe set search_path = pg_catalog as $$
  select array(
    select a.id from access.account a where a.id = platform.me() and a.state = 'active'
    union
    select h.team_id
    from access.holding h join access.account a on a.id = h.account_id
    where h.account_id = platform.me() and a.state = 'active' and h.team_id is not null
      and h.from_at <= platform.at() and (h.until_at is null or h.until_at > platform.at())
    union
    select access.cohort()
    where exists (
      select from access.post_line l where l.reach = 'cohort' and l.post in (select access.my_posts())))
$$;

create or replace function access.grounds(p_account uuid, p_record uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  with about as (
    select array(select person_id from access.record_person where record_id = p_record) as people
  ), holding as (
    select h.post, h.team_id, h.from_at, h.until_at from access.holding h where h.account_id = p_account
  )
  select jsonb_build_object(
    'active', exists (select from access.account a where a.id = p_account and a.state = 'active'),
    'posts', coalesce((
      select jsonb_agg(jsonb_build_object(
        'key', h.post, 'team', h.team_id, 'from', h.from_at, 'until', h.until_at,
        'lines', coalesce((select jsonb_agg(jsonb_build_object('reach', l.reach, 'sees', l.sees, 'pointer', l.pointer))
                           from access.post_line l where l.post = h.post), '[]'),
        'may', coalesce((select jsonb_agg(m.action) from access.post_may m where m.post = h.post), '[]')))
      from holding h), '[]'),
    'relationships', coalesce((
      select jsonb_agg(jsonb_build_object('holder', r.holder, 'subject', r.subject_id, 'via', r.via, 'kinds', r.kinds,
                                          'from', r.from_at, 'until', r.until_at, 'reason', r.reason))
      from access.relationship r
      where r.subject_id = any (array_append((select people from about), p_record))
        and r.holder = any (array_append(array(select h.team_id from holding h), p_account) || access.cohort())), '[]'),
    'exclusions', coalesce((
      select jsonb_agg(jsonb_build_object('person', e.person_id, 'from', e.from_at, 'until', e.until_at))
      from access.exclusion e
      where e.account_id = p_account and e.person_id = any (array_append((select people from about), p_record))), '[]'),
    'seals', coalesce((
      select jsonb_agg(jsonb_build_object('person', s.person_id, 'level', s.level,
                                          'from', m.from_at, 'until', m.until_at))
      from access.seal s left join access.seal_member m on m.person_id = s.person_id and m.account_id = p_account
      where s.person_id = any ((select people from about)::uuid[])), '[]'))
$$;
