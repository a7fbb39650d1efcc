-- How far the loading of a fictional district has come. It survives a kill at any moment: what is done is told by rows
-- written in the same transaction, and the next start goes on from there with the same seed and day.

create schema district;
grant usage on schema district to sightline_app;

create table district.district (
  one         boolean primary key default true check (one),   -- there is one or none
  seed        bigint      not null,
  people      bigint      not null check (people > 0),
  loaded_at   timestamptz not null,      -- the instant that everything in the district is told from
  finished_at timestamptz
);

create table district.part (
  name text primary key
);

grant select, insert, update on district.district to sightline_app;
grant select, insert on district.part to sightline_app;
