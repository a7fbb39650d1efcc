-- The people index: one record for a person from childhood to old age (PRACTICE §17.1). Facts are added, ended or struck
-- through with the reason; none is overwritten. Whether a person is sealed stands in access.record, nowhere here.

create schema people;
grant usage on schema people to sightline_app;

create table people.person (
  id              uuid primary key,
  reference       text        not null unique check (reference ~ '^P-[0-9A-Z]{7}$'),
  display_name    text        not null check (length(display_name) between 1 and 200),
  born_from       date,                -- the first and the last day on which the person may have been born
  born_to         date,
  born_precision  text        not null check (born_precision in ('day', 'month', 'year', 'estimated', 'unknown')),
  born_text       text check (length(born_text) <= 400),     -- as somebody wrote or said it
  sex             text,                -- codes of the pack from here on; null: nobody has said
  gender_identity text,
  pronouns        text check (length(pronouns) <= 60),
  ethnicity       text,
  religion        text,
  nationality     text,
  first_language  text,
  interpreter     boolean,
  immigration     text,
  died_on         date,
  source          text        not null check (length(source) between 1 and 200),
  version         int         not null default 0,
  created_by      uuid        not null,
  created_at      timestamptz not null,
  check ((born_precision = 'unknown') = (born_from is null)),
  check ((born_from is null) = (born_to is null)),
  check (born_from <= born_to),
  check (born_precision <> 'day' or born_from = born_to),
  check (died_on is null or born_from is null or died_on >= born_from)
);

-- What is said of a person outright, as it was before and after each change: nothing is silently changed.
create table people.change (
  id         uuid primary key,
  person_id  uuid        not null references people.person (id),
  what       text        not null,     -- birth, sex, ethnicity …
  was        text,
  became     text,
  why        text        not null check (length(why) between 1 and 1000),
  version    int         not null default 0,
  created_by uuid        not null,
  created_at timestamptz not null
);
create index change_person on people.change (person_id);

-- The shape of a fact: true from and until, who said so, and how it stopped being believed or stopped being so.
create table people.fact (
  id            uuid        not null,
  person_id     uuid        not null,
  from_on       date,
  until_on      date,
  source        text        not null check (length(source) between 1 and 200),
  ended_by      uuid,
  ended_at      timestamptz,
  corrected_by  uuid,
  corrected_at  timestamptz,
  corrected_why text check (length(corrected_why) between 1 and 1000),
  version       int         not null default 0,
  created_by    uuid        not null,
  created_at    timestamptz not null,
  check (until_on >= from_on),
  check ((ended_by is null) = (ended_at is null)),
  check ((corrected_at is null) = (corrected_by is null) and (corrected_at is null) = (corrected_why is null))
);

create table people.name (
  like people.fact including all,
  kind   text not null,
  full_name   text not null check (length(full_name) between 1 and 200),
  given_name  text check (length(given_name) <= 200),
  family_name text check (length(family_name) <= 200),
  primary key (id),
  foreign key (person_id) references people.person (id)
);
create index name_person on people.name (person_id);

-- A number that nobody knows, or that is held back for safety, is a row without a value (PRACTICE §0.1, §16).
create table people.identifier (
  like people.fact including all,
  scheme text not null,
  value  text check (length(value) between 1 and 100),
  status text not null check (status in ('verified', 'traced', 'unknown', 'withheld')),
  primary key (id),
  foreign key (person_id) references people.person (id),
  check (value is not null or status in ('unknown', 'withheld')),
  check (value is null or status <> 'withheld')
);
create index identifier_person on people.identifier (person_id);

create table people.address (
  like people.fact including all,
  kind      text    not null,
  lines     text    not null check (length(lines) between 1 and 400),
  postcode  text check (length(postcode) <= 8),
  uprn      text check (length(uprn) <= 12),
  protected boolean not null default false,   -- never searched, listed, printed or put on a map
  primary key (id),
  foreign key (person_id) references people.person (id)
);
create index address_person on people.address (person_id);

create table people.contact (
  like people.fact including all,
  kind  text not null,
  value text not null check (length(value) between 1 and 200),
  whose text check (length(whose) <= 200),
  safe  text not null,
  note  text check (length(note) <= 1000),
  primary key (id),
  foreign key (person_id) references people.person (id)
);
create index contact_person on people.contact (person_id);

-- What the other is to this person. The name is kept here too: who a child's mother is belongs to the child's record.
create table people.relationship (
  like people.fact including all,
  kind                    text not null,
  other_id                uuid references people.person (id),
  other_name              text not null check (length(other_name) between 1 and 200),
  parental_responsibility text not null default 'unknown',
  note                    text check (length(note) <= 1000),
  primary key (id),
  foreign key (person_id) references people.person (id),
  check (other_id <> person_id)
);
create index relationship_person on people.relationship (person_id);
create index relationship_other on people.relationship (other_id);

create table people.care_status (
  like people.fact including all,
  status text not null,
  note   text check (length(note) <= 1000),
  primary key (id),
  foreign key (person_id) references people.person (id)
);
create index care_status_person on people.care_status (person_id);

create table people.schooling (
  like people.fact including all,
  urn    text check (urn ~ '^[0-9]{6}$'),
  status text not null,
  note   text check (length(note) <= 1000),
  primary key (id),
  foreign key (person_id) references people.person (id)
);
create index schooling_person on people.schooling (person_id);

create table people.need (
  like people.fact including all,
  code_set text not null check (code_set in ('disability', 'communication-need', 'send-status')),
  code     text not null,
  impact   text check (length(impact) <= 1000),
  primary key (id),
  foreign key (person_id) references people.person (id)
);
create index need_person on people.need (person_id);

create table people.flag (
  like people.fact including all,
  code      text not null,
  reason    text not null check (length(reason) between 1 and 1000),
  review_on date not null,
  primary key (id),
  foreign key (person_id) references people.person (id)
);
create index flag_person on people.flag (person_id);

drop table people.fact;

-- The keys by which a person is found, always by '='. Under a row policy PostgreSQL uses no other index (DESIGN §6).
create table people.search_key (
  key       text collate "C" not null check (length(key) between 3 and 200),
  person_id uuid             not null references people.person (id),
  primary key (key, person_id)
);
create index search_key_person on people.search_key (person_id);

-- Qualified: a bare "id" inside the policy would be access.record's own, and true for everybody.
call access.protect('people.person', 'id');
call access.protect('people.change', 'person_id');
call access.protect('people.name', 'person_id');
call access.protect('people.identifier', 'person_id');
call access.protect('people.address', 'person_id');
call access.protect('people.contact', 'person_id');
call access.protect('people.relationship', 'person_id');
call access.protect('people.care_status', 'person_id');
call access.protect('people.schooling', 'person_id');
call access.protect('people.need', 'person_id');
call access.protect('people.flag', 'person_id');
call access.protect('people.search_key', 'person_id');

-- A relative who is merely out of the reader's reach is named; one who is sealed, restricted or kept from the reader is
-- not there at all.
create function people.may_be_named(other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select other <> all (access.my_exclusions())
     and exists (select from access.record r where r.id = other and r.visibility = 'team')
$$;
create policy silent on people.relationship as restrictive for select to sightline_app using (
  other_id is null
  or exists (select from access.record r where r.id = other_id)
  or people.may_be_named(other_id));

grant select, insert, update on people.person, people.change, people.name, people.identifier, people.address,
  people.contact, people.relationship, people.care_status, people.schooling, people.need, people.flag to sightline_app;
-- An import that is undone takes away what it brought; otherwise nothing is ever removed but search keys.
grant delete on people.person, people.change, people.name, people.identifier, people.address, people.contact,
  people.relationship, people.care_status, people.schooling, people.need, people.flag to sightline_app;
grant select, insert, delete on people.search_key to sightline_app;

------------------------------------------------------------------------------------------------------------------------
-- Pointer: "There may be a record. Ring …"

-- Whether the actor's posts learn by pointer that a person is known, among those with one of these keys whom the actor
-- has not seen anyway: 'children' or 'adults' says whose team to ring. Sealed, restricted and excluded people are
-- silent, and no name, number or count leaves this function.
create function people.pointer(keys text[], seen uuid[]) returns text
language sql stable security definer set search_path = pg_catalog as $$
  with mine as materialized (
    select coalesce(bool_or(l.reach = 'district'), false) as everyone,
           coalesce(bool_or(l.reach = 'district:children'), false) as children,
           coalesce(bool_or(l.reach = 'district:adults'), false) as adults
    from access.post_line l
    where 'identity' = any (l.pointer) and l.post in (select access.my_posts())
  )
  select case when r.child_until is null or r.child_until > platform.today() then 'children' else 'adults' end
  from people.search_key k
  join access.record r on r.id = k.person_id, mine
  where k.key = any (keys)
    and r.visibility = 'team'
    and r.id <> all ((select access.my_exclusions())::uuid[])
    and (mine.everyone
         or mine.children and (r.child_until is null or r.child_until > platform.today())
         or mine.adults and (r.adult_from is null or r.adult_from <= (platform.today() + interval '6 months')))
    and r.id <> all (seen)
  limit 1
$$;

-- Published: who there is, as far as the reader may know.
create view people.summary with (security_invoker = true) as
select p.id, p.reference, p.display_name,
       case when p.born_precision = 'day' then p.born_from end as born_on,
       p.born_from, p.born_to, p.born_precision, p.sex, p.died_on, p.version
from people.person p;
grant select on people.summary to sightline_app;

revoke execute on all functions in schema people from public;
grant execute on all functions in schema people to sightline_app;

-- Who works with a person, as far as the reader may know of the person: the reader's own eyes, no others.
create function people.works_with(person uuid)
returns table (name text, label text, phone text, via text, reason text, from_at timestamptz, until_at timestamptz)
language sql stable set search_path = pg_catalog as $$
  select a.name, coalesce(t.label, g.label), coalesce(a.phone, t.phone), r.via, r.reason, r.from_at, r.until_at
  from access.relationship r
  left join access.account a on a.id = r.holder and a.state = 'active'
  left join access.team t on t.id = r.holder
  left join access.agency g on g.key = a.agency
  where r.subject_id = person
    and r.from_at <= platform.at() and (r.until_at is null or r.until_at > platform.at())
    and (a.id is not null or t.id is not null)
  order by r.from_at
$$;
revoke execute on function people.works_with(uuid) from public;
grant execute on function people.works_with(uuid) to sightline_app;

-- Every dated fact of a person in one shape, for the page and the chronology. "mark" is what qualifies it: the status of
-- an identifier, whether a contact is safe, who has parental responsibility, the list a need is from.
create view people.fact with (security_invoker = true) as
select 'name' as part, n.id, n.person_id, n.kind as code, n.full_name as title, null::text as detail, null::text as mark,
       null::uuid as other_id, null::date as review_on, n.from_on, n.until_on, n.source, n.created_by, n.created_at,
       n.ended_by, n.ended_at, n.corrected_by, n.corrected_at, n.corrected_why, n.version
from people.name n
union all
select 'identifier', i.id, i.person_id, i.scheme, i.value, null, i.status, null, null, i.from_on, i.until_on, i.source,
       i.created_by, i.created_at, i.ended_by, i.ended_at, i.corrected_by, i.corrected_at, i.corrected_why, i.version
from people.identifier i
union all
select 'address', a.id, a.person_id, a.kind, a.lines, a.postcode, case when a.protected then 'protected' end, null, null,
       a.from_on, a.until_on, a.source, a.created_by, a.created_at, a.ended_by, a.ended_at, a.corrected_by,
       a.corrected_at, a.corrected_why, a.version
from people.address a
union all
select 'contact', c.id, c.person_id, c.kind, c.value, concat_ws(': ', c.whose, c.note), c.safe, null, null, c.from_on,
       c.until_on, c.source, c.created_by, c.created_at, c.ended_by, c.ended_at, c.corrected_by, c.corrected_at,
       c.corrected_why, c.version
from people.contact c
union all
select 'relationship', r.id, r.person_id, r.kind, r.other_name, r.note, r.parental_responsibility, r.other_id, null,
       r.from_on, r.until_on, r.source, r.created_by, r.created_at, r.ended_by, r.ended_at, r.corrected_by,
       r.corrected_at, r.corrected_why, r.version
from people.relationship r
union all
select 'care', s.id, s.person_id, s.status, null, s.note, null, null, null, s.from_on, s.until_on, s.source, s.created_by,
       s.created_at, s.ended_by, s.ended_at, s.corrected_by, s.corrected_at, s.corrected_why, s.version
from people.care_status s
union all
select 'school', s.id, s.person_id, s.status, s.urn, s.note, null, null, null, s.from_on, s.until_on, s.source,
       s.created_by, s.created_at, s.ended_by, s.ended_at, s.corrected_by, s.corrected_at, s.corrected_why, s.version
from people.schooling s
union all
select 'need', d.id, d.person_id, d.code, null, d.impact, d.code_set, null, null, d.from_on, d.until_on, d.source,
       d.created_by, d.created_at, d.ended_by, d.ended_at, d.corrected_by, d.corrected_at, d.corrected_why, d.version
from people.need d
union all
select 'flag', f.id, f.person_id, f.code, null, f.reason, null, null, f.review_on, f.from_on, f.until_on, f.source,
       f.created_by, f.created_at, f.ended_by, f.ended_at, f.corrected_by, f.corrected_at, f.corrected_why, f.version
from people.flag f;
grant select on people.fact to sightline_app;
