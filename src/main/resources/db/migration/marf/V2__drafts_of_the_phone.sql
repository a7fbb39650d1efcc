-- Drafts taken down on the phone are the front door's together; one's own are found by their owner.
create index draft_phone on marf.draft (changed_at desc) where channel = 'PHONE' and referral_id is null;
