-- Who a referral is about, and every judgement on it, follow when two records of one person are merged.
call platform.follow_person('referrals.subject', 'person_id', 'Referral',
  $$(select r.reference from referrals.referral r where r.id = t.referral_id)$$, 'created_at');
call platform.follow_person('referrals.judgement', 'person_id', 'Judgement in triage',
  $$(select r.reference from referrals.referral r where r.id = t.referral_id)$$, 'created_at');
create index judgement_person on referrals.judgement (person_id) where person_id is not null;
