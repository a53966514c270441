-- The workbench of the return: its rows as they came, every rule's findings, what was put right or answered, and signing.

create schema workbench;
grant usage on schema workbench to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_gate;

-- A child as the authority's returns number it: pages and addresses name this row, never the number.
create table workbench.child (
  authority_id uuid not null references access.organisation,
  id           uuid not null,
  local_id     text not null,       -- CHILD in the return
  primary key (authority_id, id),
  unique (authority_id, local_id)
);

-- The rows of a load's files, read once and never changed.
create table workbench.line (
  authority_id uuid not null,
  load_id      uuid not null,
  file         text not null,       -- Header, Episodes ...
  at           integer not null,    -- from 0, in the order of the file
  child_id     uuid,
  row_key      text not null,       -- by what it says, to know it again in the next upload
  cells        jsonb not null,      -- by column, as written
  primary key (authority_id, load_id, file, at),
  foreign key (authority_id, load_id) references returns.load (authority_id, id),
  foreign key (authority_id, child_id) references workbench.child (authority_id, id)
);
create index lines_of_a_child on workbench.line (authority_id, load_id, child_id);

-- One checking of a year's return against every rule.
create table workbench.checking (
  authority_id  uuid not null,
  id            uuid not null,
  year          integer not null,   -- the collection year: 2026 is 1 April 2025 to 31 March 2026
  load_id       uuid not null,
  last_load_id  uuid,               -- of the year before; null where none was loaded
  state         text not null default 'waiting',
  phase         text not null default '',
  rows_done     integer not null default 0,
  rows_total    integer not null default 0,
  held_until    timestamptz,        -- a worker has it in hand until then
  faults        integer not null default 0,
  asked_by      uuid not null,
  asked_at      timestamptz not null default now(),
  checked_at    timestamptz,
  readiness     jsonb,              -- counts as they were then, for the trend
  skipped       jsonb not null default '{}', -- by rule: why it could not be asked
  failed        jsonb not null default '{}', -- by rule: what went wrong
  primary key (authority_id, id),
  foreign key (authority_id, load_id) references returns.load (authority_id, id),
  foreign key (authority_id, last_load_id) references returns.load (authority_id, id),
  constraint a_checking_is_in_a_known_state check (state in ('waiting', 'checked', 'failed')),
  constraint a_checked_return_says_when check ((state = 'checked') = (checked_at is not null and readiness is not null))
);
create index checkings_by_year on workbench.checking (authority_id, year, asked_at);
create index checkings_waiting on workbench.checking (state) where state = 'waiting';

-- What the last checking of a year found: one row of the return, flagged by one rule.
create table workbench.flag (
  authority_id uuid not null,
  checking_id  uuid not null,
  id           bigint generated always as identity,
  rule         text not null,
  severity     text not null,
  file         text not null,
  at           integer not null,
  child_id     uuid,
  row_key      text not null,
  primary key (authority_id, id),
  foreign key (authority_id, checking_id) references workbench.checking (authority_id, id),
  foreign key (authority_id, child_id) references workbench.child (authority_id, id),
  constraint a_flag_is_an_error_or_a_query check (severity in ('error', 'query'))
);
create index flags_by_rule on workbench.flag (authority_id, checking_id, rule);
create index flags_by_child on workbench.flag (authority_id, checking_id, child_id);

-- Who works with each child: the social worker of the return, and the team that worker is in.
create table workbench.standing (
  authority_id uuid not null,
  checking_id  uuid not null,
  child_id     uuid not null,
  worker       text,                -- SW_ID of the episode of social work that goes on
  primary key (authority_id, checking_id, child_id),
  foreign key (authority_id, checking_id) references workbench.checking (authority_id, id),
  foreign key (authority_id, child_id) references workbench.child (authority_id, id)
);
create table workbench.team (
  authority_id uuid not null references access.organisation,
  worker       text not null,
  name         text not null,
  primary key (authority_id, worker)
);

create table workbench.correction (
  authority_id uuid not null references access.organisation,
  id           uuid not null,
  year         integer not null,
  child_id     uuid not null,
  row_key      text not null,
  field        text not null,       -- the column
  was          text not null,       -- as the file had it
  value        text not null,
  reason       text not null,
  made_by      uuid not null,
  made_at      timestamptz not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references workbench.child (authority_id, id),
  constraint a_correction_says_why check (reason <> ''),
  constraint a_correction_changes_something check (was <> value),
  constraint a_withdrawn_correction_says_who check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index corrections_by_year on workbench.correction (authority_id, year, child_id);

create table workbench.waiver (
  authority_id uuid not null references access.organisation,
  id           uuid not null,
  year         integer not null,
  child_id     uuid,
  rule         text not null,
  row_key      text not null,
  reason       text not null,
  expires_on   date not null,
  made_by      uuid not null,
  made_at      timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references workbench.child (authority_id, id),
  constraint a_waiver_says_why check (reason <> '')
);
create unique index a_flag_is_waived_once on workbench.waiver (authority_id, year, rule, row_key) where withdrawn_at is null;

create table workbench.assignment (
  authority_id uuid not null references access.organisation,
  year         integer not null,
  child_id     uuid not null,
  person_id    uuid not null,
  assigned_by  uuid not null,
  assigned_at  timestamptz not null default now(),
  primary key (authority_id, year, child_id),
  foreign key (authority_id, child_id) references workbench.child (authority_id, id)
);

create table workbench.comment (
  authority_id uuid not null references access.organisation,
  id           uuid not null,
  year         integer not null,
  child_id     uuid not null,
  words        text not null,
  said_by      uuid not null,
  said_at      timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references workbench.child (authority_id, id),
  constraint a_comment_says_something check (words <> '')
);

create table workbench.sign_off (
  authority_id uuid not null references access.organisation,
  id           uuid not null,
  year         integer not null,
  version      integer not null,
  state        text not null,
  load_id      uuid not null,
  fingerprint  text not null,       -- SHA-256 over all its files
  explanations jsonb not null,      -- by rule: why the errors that remain are true
  prepared_by  uuid not null,
  prepared_at  timestamptz not null default now(),
  signed_by    uuid,
  signed_at    timestamptz,
  primary key (authority_id, id),
  unique (authority_id, year, version),
  foreign key (authority_id, load_id) references returns.load (authority_id, id),
  constraint a_sign_off_is_in_a_known_state check (state in ('prepared', 'withdrawn', 'signed')),
  constraint a_signed_return_says_who_and_when check ((state = 'signed') = (num_nulls(signed_by, signed_at) = 0)),
  constraint two_people_sign check (signed_by <> prepared_by)
);
create unique index one_return_waits_for_its_second_signature on workbench.sign_off (authority_id, year)
  where state = 'prepared';

create table workbench.signed_file (
  authority_id uuid not null,
  sign_off_id  uuid not null,
  name         text not null,       -- Header.csv ... return.xml
  sha256       text not null,
  content      bytea not null,      -- compressed (zlib)
  primary key (authority_id, sign_off_id, name),
  foreign key (authority_id, sign_off_id) references workbench.sign_off (authority_id, id)
);

-- What is signed stays as it was signed, whoever asks.
create function workbench.keep_what_is_signed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'sign_off' and tg_op = 'UPDATE' then
    if old.state <> 'signed' then return new; end if;
  end if;
  raise exception 'a signed return stays as it is' using errcode = 'restrict_violation';
end $$;
create trigger a_signed_return_stays before update or delete on workbench.sign_off
  for each row execute function workbench.keep_what_is_signed();
create trigger a_signed_file_stays before update or delete on workbench.signed_file
  for each row execute function workbench.keep_what_is_signed();

do $$
declare
  name text;
begin
  foreach name in array array['child', 'line', 'checking', 'flag', 'standing', 'team', 'correction', 'waiver', 'assignment',
    'comment', 'sign_off', 'signed_file'] loop
    execute format('alter table workbench.%I enable row level security', name);
    execute format('alter table workbench.%I force row level security', name);
    execute format($policy$
      create policy an_authority_sees_its_own on workbench.%I for select
        to nearhome_authority_reader, nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format($policy$
      create policy an_authority_changes_its_own on workbench.%I to nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)
        with check (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format('grant select on workbench.%I to nearhome_authority_reader, nearhome_authority_writer', name);
    execute format('grant insert on workbench.%I to nearhome_authority_writer', name);
  end loop;
end $$;
-- What may be changed, and what may go: rows as they came and signed files never do.
grant update on workbench.checking, workbench.correction, workbench.waiver, workbench.assignment, workbench.team,
  workbench.sign_off, workbench.standing to nearhome_authority_writer;
grant delete on workbench.flag, workbench.standing, workbench.team, workbench.assignment to nearhome_authority_writer;

-- The region sees how ready each return is, and no child in it.
create policy the_region_sees_readiness on workbench.checking for select
  to nearhome_region_reader, nearhome_region_writer
  using (authority_id in (select sharing.authority_id from access.sharing));
grant select (authority_id, id, year, state, asked_at, checked_at, readiness) on workbench.checking
  to nearhome_region_reader, nearhome_region_writer;
create policy the_region_sees_what_is_signed on workbench.sign_off for select
  to nearhome_region_reader, nearhome_region_writer
  using (authority_id in (select sharing.authority_id from access.sharing));
grant select (authority_id, id, year, version, state, signed_at) on workbench.sign_off
  to nearhome_region_reader, nearhome_region_writer;

-- A worker asks at the gate which checkings wait, of any authority; then it works on each as that authority.
create policy the_gate_sees_what_waits on workbench.checking for select to nearhome_gate using (state = 'waiting');
grant select (authority_id, id, state, asked_at, held_until) on workbench.checking to nearhome_gate;
