-- What the page of a referral asks by, each of which went through the whole table: where it was sent on to, what was said of
-- who a subject is, and with whom an answer was shared.
create index routing_referral on referrals.routing (referral_id);
create index judgement_subject on referrals.judgement (subject_id);
create index disclosure_answer on referrals.disclosure (answer_id);

-- Referrals that somebody sent or that were sent from their places. Under a row policy PostgreSQL does not look up what
-- arrays have in common (that operator may leak), so the ids are found here, and whoever asks sees of them what they may.
create function referrals.sent_by(p_account uuid, p_places uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select r.id from referrals.referral r where r.referrer_id = p_account
  union
  select r.id from referrals.referral r where r.referrer_places && p_places
$$;
revoke execute on function referrals.sent_by(uuid, uuid[]) from public;
grant execute on function referrals.sent_by(uuid, uuid[]) to sightline_app;
