-- Published: what has been answered, for whoever asked.
create view referrals.answered with (security_invoker = true) as
select id, reference, referrer_id, answered_at
from referrals.referral
where answered_at is not null and referrer_id is not null;
grant select on referrals.answered to sightline_app;
