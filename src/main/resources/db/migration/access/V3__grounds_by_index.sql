-- The grounds again, now found by index alone. Written with "or ... in (select ...)" they read every relationship of the
-- district at each request: 1.4 ms with 11 000 of them, and more with each referral. The answer is the same.
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
        and r.holder = any (array_append(array(select h.team_id from holding h), p_account))), '[]'),
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
