-- The lists of reviewed emergency access and of alarms show the latest, which an index gives without the rest.
create index break_glass_reviewed on access.break_glass (reviewed_at desc, id) where reviewed_by is not null;
create index alarm_latest on access.alarm ((acknowledged_at is not null), at desc, id);
