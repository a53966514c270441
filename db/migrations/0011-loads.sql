-- Loads that wait to be worked on, who has one in hand, and what undoing one needs.

alter table returns.load
  add column held_until timestamptz,  -- a worker has it in hand until then, and says so again while it lives
  add column faults     integer not null default 0, -- how often working on it has failed for a fault of ours
  add column made       jsonb;        -- the rows it made, each by its id, with a mark of how it left them

alter table returns.file
  alter column encoding set default '',   -- both are known once the file has been read
  alter column row_count set default 0;
comment on column returns.file.content is 'as it came, compressed (zlib)';

-- The same files again, as the same year's return, are the same load: whoever sends them twice has sent them once.
create unique index the_same_files_are_loaded_once on returns.load (authority_id, year, fingerprint)
  where state in ('checking', 'ready', 'committing', 'committed');

-- A worker asks at the gate which loads wait, of any authority; then it works on each as that authority.
grant usage on schema returns to nearhome_gate;
create policy the_gate_sees_what_waits on returns.load for select to nearhome_gate
  using (state in ('checking', 'committing'));
grant select (authority_id, id, state, started_at, held_until) on returns.load to nearhome_gate;
