-- Files that people attach and letters that we send, kept with the record they belong to and seen by those who see it.

create schema documents;
grant usage on schema documents to sightline_app;

create table documents.document (
  id           uuid primary key,
  attached_to  uuid        not null,   -- a record of access.record; a draft is one
  kind         text        not null check (length(kind) between 1 and 60),
  name         text        not null check (length(name) between 1 and 120),
  type         text        not null,
  size         bigint      not null check (size > 0),
  sha256       bytea       not null check (length(sha256) = 32),
  state        text        not null check (state in ('quarantined', 'clean', 'infected', 'unscanned')),
  scanner_note text,
  scanned_at   timestamptz,
  version      int         not null default 0,
  created_at   timestamptz not null,
  created_by   uuid        not null,
  check (state <> 'infected' or scanner_note is not null)
);
create index document_attached_to on documents.document (attached_to, created_at);
create index document_to_scan on documents.document (created_at) where state in ('quarantined', 'unscanned');

create table documents.content (
  document_id uuid  not null references documents.document (id) on delete cascade,
  no          int   not null check (no >= 0),
  bytes       bytea not null check (length(bytes) between 1 and 1048576),
  primary key (document_id, no)
);
-- Pictures and office files are compressed already.
alter table documents.content alter column bytes set storage external;

call access.protect('documents.document', 'attached_to');

alter table documents.content enable row level security;
alter table documents.content force row level security;
create policy kernel on documents.content to sightline_owner using (true) with check (true);
create policy with_its_document on documents.content to sightline_app
  using (exists (select from documents.document d where d.id = document_id))
  with check (exists (select from documents.document d where d.id = document_id));

-- The job that has files scanned reads every file and nothing else of any record.
create policy scanning on documents.document for select to sightline_app
  using ((select platform.me()) = '00000000-0000-4000-8000-000000000008');
create policy judging on documents.document for update to sightline_app
  using ((select platform.me()) = '00000000-0000-4000-8000-000000000008')
  with check ((select platform.me()) = '00000000-0000-4000-8000-000000000008');

grant select, insert, update, delete on documents.document to sightline_app;
grant select, insert, delete on documents.content to sightline_app;
