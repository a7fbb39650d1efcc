-- Sight, conflicts of interest and emergency access are of a person: they follow when two records of one person are merged.
-- A seal does not, because nobody who is closed is merged.

call platform.follow_person('access.record_person', 'person_id', 'Record about the person');
call platform.follow_person('access.relationship', 'subject_id', 'Sight of the record',
  $$coalesce((select a.name from access.account a where a.id = t.holder),
             (select x.label from access.team x where x.id = t.holder)) || ': ' || t.reason$$, 'created_at');
call platform.follow_person('access.exclusion', 'person_id', 'Conflict of interest',
  $$(select a.name from access.account a where a.id = t.account_id)$$, 'created_at');
call platform.follow_person('access.break_glass', 'subject_id', 'Emergency access', $$t.reference$$, 'at');
call platform.follow_person('access.account', 'person_id', 'Colleague''s own record');
call platform.follow_person('access.unseal', 'person_id', 'Proposal to open a record');

create index exclusion_person on access.exclusion (person_id);
create index break_glass_subject on access.break_glass (subject_id);
create index account_person on access.account (person_id) where person_id is not null;
create index unseal_person on access.unseal (person_id);
