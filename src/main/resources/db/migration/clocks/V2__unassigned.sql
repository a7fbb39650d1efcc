-- What a team has not given to anybody is counted and listed by itself: among tens of thousands it may be few.
create index clock_team_unassigned on clocks.clock (team_id, due_at, id) where stopped_at is null and owner_id is null;
