-- The outbox of e-mail. A message is queued in the transaction of what it tells of and sent afterwards by the job "post",
-- so that neither can happen without the other. It holds a reference and a link, nothing about a person.

create schema messages;
grant usage on schema messages to sightline_app;

create table messages.mail (
  id         uuid primary key,
  to_address text        not null check (length(to_address) between 1 and 320),
  subject    text        not null check (length(subject) between 1 and 200),
  body       text        not null check (length(body) between 1 and 10000),
  reference  text        not null check (length(reference) between 1 and 60),
  purpose    text        not null check (length(purpose) between 1 and 60),
  state      text        not null check (state in ('queued', 'sent', 'failed', 'given-up')),
  attempts   int         not null default 0 check (attempts >= 0),
  since      timestamptz not null,     -- tried from here on; moved by "try again"
  next_at    timestamptz,
  last_error text,
  created_at timestamptz not null,
  created_by uuid        not null,
  sent_at    timestamptz,
  check ((state = 'sent') = (sent_at is not null)),
  check ((state in ('queued', 'failed')) = (next_at is not null)),
  check (state not in ('failed', 'given-up') or last_error is not null)
);
create index mail_due on messages.mail (next_at) where state in ('queued', 'failed');
create index mail_unsent on messages.mail (created_at, id) where state <> 'sent';
create index mail_reference on messages.mail (reference);

-- The job that sends, whoever runs the product or hands out its work, and the sender (the public's account is everybody's,
-- so what it sent is nobody's to read).
create function messages.may_tend() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select platform.me() = '00000000-0000-4000-8000-000000000007'
      or exists (select from access.post_may m
                 where m.action in ('administer', 'assign') and m.post in (select access.my_posts()))
$$;

alter table messages.mail enable row level security;
alter table messages.mail force row level security;
create policy kernel on messages.mail to sightline_owner using (true) with check (true);
create policy reading on messages.mail for select to sightline_app using (
  (select messages.may_tend())
  or (created_by = (select platform.me()) and created_by <> '00000000-0000-4000-8000-000000000009'));
create policy adding on messages.mail for insert to sightline_app with check (created_by = platform.me());
create policy sending on messages.mail for update to sightline_app
  using ((select messages.may_tend())) with check ((select messages.may_tend()));

-- How the messages about a reference fare, for whoever was shown the reference: no address and no text.
create function messages.about(p_reference text)
returns table (id uuid, reference text, purpose text, state text, attempts int, created_at timestamptz,
               next_at timestamptz, sent_at timestamptz, last_error text)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.reference, m.purpose, m.state, m.attempts, m.created_at, m.next_at, m.sent_at, m.last_error
  from messages.mail m
  where m.reference = p_reference and platform.me() is not null
  order by m.created_at, m.id
$$;

revoke execute on all functions in schema messages from public;
grant execute on all functions in schema messages to sightline_app;
grant select, insert, update on messages.mail to sightline_app;
