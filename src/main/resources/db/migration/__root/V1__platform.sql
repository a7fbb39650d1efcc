-- The kernel in the database: who acts, what time it is, sessions and jobs.
-- Objects belong to sightline_owner; sightline_app is what requests and jobs run as.

create schema platform;
grant usage on schema platform to sightline_app;

-- The actor of this transaction. Raises when none is bound; a transaction-local setting that ran out reads as '' and not
-- as null, so both are refused.
create function platform.me() returns uuid
language plpgsql stable parallel safe as $$
declare
  actor text := current_setting('sightline.actor', true);
begin
  if actor is null or actor = '' then
    raise exception 'nobody is acting: this transaction has no actor' using errcode = 'SL001';
  end if;
  return actor::uuid;
end $$;

-- The instant of this transaction, from the application's one time source.
create function platform.at() returns timestamptz
language plpgsql stable parallel safe as $$
declare
  instant text := current_setting('sightline.at', true);
begin
  if instant is null or instant = '' then
    raise exception 'nobody is acting: this transaction has no instant' using errcode = 'SL001';
  end if;
  return instant::timestamptz;
end $$;

-- The calendar day of this transaction in England, by which people come of age.
create function platform.today() returns date
language sql stable parallel safe as $$
  select (platform.at() at time zone 'Europe/London')::date
$$;

grant execute on function platform.me(), platform.at(), platform.today() to sightline_app;

-- HTTP sessions (spring-session-jdbc), so that any node can serve any request.
create table platform.session (
  primary_id            char(36)     not null primary key,
  session_id            char(36)     not null unique,
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  max_inactive_interval int          not null,
  expiry_time           bigint       not null,
  principal_name        varchar(100)
);
create index session_expiry on platform.session (expiry_time);
create index session_principal on platform.session (principal_name);

create table platform.session_attributes (
  session_primary_id char(36)     not null references platform.session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);

-- Background jobs (db-scheduler): one node runs each, another takes over when it dies.
create table platform.job (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index job_due on platform.job (execution_time);
create index job_heartbeat on platform.job (last_heartbeat);

grant select, insert, update, delete on platform.session, platform.session_attributes, platform.job to sightline_app;
