-- The sufficient data specification: the extracts that authorities send under it, row by row, and what is wrong with them.

create schema specification;
grant usage on schema specification to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer;

-- What was sent at one time. The newest that is committed stands for each table that is in it.
create table specification.load (
  authority_id uuid not null references access.organisation,
  id           uuid not null,
  version      text not null,       -- of the specification, as it was in force when the files came
  state        text not null,
  fingerprint  text not null,       -- SHA-256 over its files, in any order
  problems     integer not null,
  left_out     integer not null,    -- rows that cannot be used
  started_by   uuid not null,
  started_at   timestamptz not null default now(),
  committed_by uuid,
  committed_at timestamptz,
  undone_by    uuid,
  undone_at    timestamptz,
  primary key (authority_id, id),
  constraint an_extract_is_in_a_known_state check (state in ('ready', 'committed', 'undone', 'cancelled')),
  constraint a_loaded_extract_says_who_and_when check ((state in ('committed', 'undone')) = (num_nulls(committed_by, committed_at) = 0)),
  constraint an_undone_extract_says_who_and_when check ((state = 'undone') = (num_nulls(undone_by, undone_at) = 0))
);
-- The same files again, under the same version, are the same extract.
create unique index the_same_extract_is_loaded_once on specification.load (authority_id, version, fingerprint)
  where state in ('ready', 'committed');

create table specification.file (
  authority_id uuid not null,
  load_id   uuid not null,
  id           uuid not null,
  name         text not null,
  table_name   text,                -- null where it is none that the specification knows
  encoding     text not null,
  row_count    integer not null,
  remark       text,
  primary key (authority_id, load_id, id),
  foreign key (authority_id, load_id) references specification.load (authority_id, id)
);

-- Counts for each table of an extract, for the scorecard: nothing of any child.
create table specification.tally (
  authority_id uuid not null,
  load_id   uuid not null,
  table_name   text not null,
  rows         integer not null,
  left_out     integer not null,
  children     integer not null,
  required     integer not null,    -- cells that must be filled
  filled       integer not null,    -- and those that are
  sound        integer not null,    -- rows with nothing wrong but what is empty
  primary key (authority_id, load_id, table_name),
  foreign key (authority_id, load_id) references specification.load (authority_id, id)
);

-- The rows as they came.
create table specification.line (
  authority_id   uuid not null,
  load_id     uuid not null,
  table_name     text not null,
  at             integer not null,
  version        text not null,     -- of the specification it was loaded under
  child_local_id text not null,
  row_key        text not null,
  cells          jsonb not null,    -- by item, as written
  primary key (authority_id, load_id, table_name, at),
  foreign key (authority_id, load_id) references specification.load (authority_id, id)
);
create index lines_of_a_child on specification.line (authority_id, child_local_id);

create table specification.problem (
  authority_id uuid not null,
  load_id   uuid not null,
  id           bigint generated always as identity,
  file_id      uuid not null,
  table_name   text,
  row_number   integer,             -- the heading is 1; null for the whole file
  child        text,
  field        text,
  code         text not null,
  message      text not null,
  stops        boolean not null,
  primary key (authority_id, id),
  foreign key (authority_id, load_id, file_id) references specification.file (authority_id, load_id, id)
);
create index problems_of_an_extract on specification.problem (authority_id, load_id, code);

do $$
declare
  name text;
begin
  foreach name in array array['load', 'file', 'tally', 'line', 'problem'] loop
    execute format('alter table specification.%I enable row level security', name);
    execute format('alter table specification.%I force row level security', name);
    execute format($policy$
      create policy an_authority_sees_its_own on specification.%I for select
        to nearhome_authority_reader, nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format($policy$
      create policy an_authority_changes_its_own on specification.%I to nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)
        with check (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format('grant select on specification.%I to nearhome_authority_reader, nearhome_authority_writer', name);
    execute format('grant insert on specification.%I to nearhome_authority_writer', name);
  end loop;
end $$;
grant update on specification.load to nearhome_authority_writer;
-- What is cancelled or undone leaves no child behind; its counts stay.
grant delete on specification.line, specification.problem to nearhome_authority_writer;

-- The co-operative sees what was sent, when, and how good it is: counts, and no child.
create policy the_region_sees_what_was_sent on specification.load for select
  to nearhome_region_reader, nearhome_region_writer
  using (authority_id in (select sharing.authority_id from access.sharing));
grant select (authority_id, id, version, state, committed_at) on specification.load
  to nearhome_region_reader, nearhome_region_writer;
create policy the_region_sees_counts on specification.tally for select
  to nearhome_region_reader, nearhome_region_writer
  using (authority_id in (select sharing.authority_id from access.sharing));
grant select on specification.tally to nearhome_region_reader, nearhome_region_writer;
