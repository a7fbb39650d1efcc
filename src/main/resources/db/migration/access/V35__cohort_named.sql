-- Whoever undoes a merge is asked whose the sight is that was given since: the cohort's has a name, too.
update platform.following
set words = $$coalesce((select a.name from access.account a where a.id = t.holder),
             (select x.label from access.team x where x.id = t.holder),
             case when t.holder = access.cohort() then 'Everybody in the hub' end) || ': ' || t.reason$$
where tab = 'access.relationship' and col = 'subject_id';
