-- Loading a statutory return: the files as they came, what is wrong with them, what loading them changed, and its undoing.

create schema returns;
grant usage on schema returns to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer;

create table returns.load (
  authority_id  uuid not null references access.organisation,
  id            uuid not null,
  year          integer not null,   -- the collection year: 2026 runs from 1 April 2025 to 31 March 2026
  state         text not null,
  phase         text not null default '',  -- true progress: what is being done now, and how far
  rows_done     integer not null default 0,
  rows_total    integer not null default 0,
  effect        jsonb,              -- what loading would change, or did: counts, and examples
  refused       text,               -- why the files as a whole cannot be used
  fingerprint   text not null,      -- SHA-256 over the files, so that the same files again are known
  started_by    uuid not null,
  started_at    timestamptz not null default now(),
  committed_at  timestamptz,
  committed_by  uuid,
  undone_at     timestamptz,
  undone_by     uuid,
  primary key (authority_id, id),
  constraint a_year_is_a_collection_year check (year between 2000 and 2100),
  constraint a_load_is_in_a_known_state check (state in
    ('checking', 'refused', 'ready', 'committing', 'committed', 'undone', 'cancelled')),
  constraint a_refused_load_says_why check ((state = 'refused') = (refused is not null)),
  constraint a_committed_load_says_when
    check (state not in ('committed', 'undone') or num_nulls(committed_at, committed_by) = 0),
  constraint an_undone_load_says_when check ((state = 'undone') = (undone_at is not null))
);
create index loads_by_year on returns.load (authority_id, year, started_at);
create index loads_in_hand on returns.load (state) where state in ('checking', 'committing');

create table returns.file (
  authority_id uuid not null,
  load_id      uuid not null,
  id           uuid not null,
  name         text not null,       -- as the person called it
  kind         text,                -- Header, Episodes ...; null where no kind was recognised
  encoding     text not null,
  row_count    integer not null,
  content      bytea not null,      -- as it came
  primary key (authority_id, id),
  foreign key (authority_id, load_id) references returns.load (authority_id, id)
);
create index files_by_load on returns.file (authority_id, load_id);

create table returns.problem (
  authority_id uuid not null,
  load_id      uuid not null,
  id           bigint generated always as identity,
  file_id      uuid,
  row_number   integer,             -- in the person's own file, counting its heading as 1; null for the file as a whole
  child        text,                -- CHILD of the row
  field        text,
  code         text not null,       -- the kind of problem
  message      text not null,       -- what is wrong, and how to put it right
  stops        boolean not null,    -- whether the row cannot be used
  primary key (authority_id, id),
  foreign key (authority_id, load_id) references returns.load (authority_id, id)
);
create index problems_by_load on returns.problem (authority_id, load_id, code, id);

-- A row as it was before a load changed it, so that the load can be undone exactly; null before: the load made the row.
create table returns.change (
  authority_id uuid not null,
  load_id      uuid not null,
  subject      text not null,       -- child or episode
  subject_id   uuid not null,
  before       jsonb,
  after        jsonb,               -- null after: the load removed the row
  primary key (authority_id, load_id, subject, subject_id),
  foreign key (authority_id, load_id) references returns.load (authority_id, id),
  constraint a_subject_is_a_child_or_an_episode check (subject in ('child', 'episode'))
);

do $$
declare
  name text;
begin
  foreach name in array array['load', 'file', 'problem', 'change'] loop
    execute format('alter table returns.%I enable row level security', name);
    execute format('alter table returns.%I force row level security', name);
    execute format($policy$
      create policy an_authority_sees_its_own on returns.%I for select
        to nearhome_authority_reader, nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format($policy$
      create policy an_authority_changes_its_own on returns.%I to nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)
        with check (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format('grant select on returns.%I to nearhome_authority_reader, nearhome_authority_writer', name);
    execute format('grant insert, update, delete on returns.%I to nearhome_authority_writer', name);
  end loop;
end $$;

-- The region sees how ready each return is, and nothing in it.
create policy the_region_sees_readiness on returns.load for select
  to nearhome_region_reader, nearhome_region_writer
  using (authority_id in (select sharing.authority_id from access.sharing));
grant select (authority_id, id, year, state, started_at, committed_at, undone_at) on returns.load
  to nearhome_region_reader, nearhome_region_writer;
