-- What was answered before relationships ended with the work ends now in the same way: with the tail of 90 days from the
-- day that the work was done, and at once for those whose posts reach the referral anyway.
do $$
declare
  one record;
begin
  perform set_config('sightline.actor', '00000000-0000-4000-8000-000000000001', true),
          set_config('sightline.at', now()::text, true);
  for one in
    select r.id, r.reference, coalesce(r.closed_at, r.answered_at) + interval '90 days' as tail,
           array(select holder from (
             select c.team_id as holder from clocks.clock c where c.subject_id = r.id and c.stopped_at is null
             union select c.owner_id from clocks.clock c where c.subject_id = r.id and c.stopped_at is null
             union select t.team_id from referrals.routing t where t.referral_id = r.id and t.state in ('waiting', 'taken')
             union select t.owner_id from referrals.routing t where t.referral_id = r.id and t.state in ('waiting', 'taken')
           ) at_it where holder is not null) as at_it,
           array(select distinct s.person_id from referrals.subject s
                 where s.referral_id = r.id and s.person_id is not null) as people
    from referrals.referral r
    where r.state in ('answered', 'closed')
  loop
    perform access.work_done(one.id, array['team', 'owner', 'taker'], one.at_it, one.tail);
    perform access.work_done(person, array['referral:' || one.reference], one.at_it, one.tail)
    from unnest(one.people) person;
  end loop;
end $$;
