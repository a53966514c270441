-- The words a person looked for a child by, kept for a day so that no name stands in an address; and the order of long lists.

create table children.search (
  authority_id uuid not null references access.organisation,
  id           uuid not null,
  person_id    uuid not null,
  words        text not null,
  made_at      timestamptz not null default now(),
  primary key (authority_id, id),
  constraint a_search_is_a_few_words check (length(words) between 1 and 100)
);
create index searches_by_age on children.search (authority_id, made_at);

alter table children.search enable row level security;
alter table children.search force row level security;
create policy an_authority_sees_its_own on children.search for select
  to nearhome_authority_reader, nearhome_authority_writer
  using (authority_id = nullif(current_setting('app.authority', true), '')::uuid);
create policy an_authority_changes_its_own on children.search to nearhome_authority_writer
  using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)
  with check (authority_id = nullif(current_setting('app.authority', true), '')::uuid);
grant select on children.search to nearhome_authority_reader, nearhome_authority_writer;
grant insert, delete on children.search to nearhome_authority_writer;

-- The region's list, latest first, is read from its end.
create index episodes_now_latest on children.episode (started_on desc nulls last, id) where ended_on is null;
create index episodes_now_by_child on children.episode (authority_id, child_id) where ended_on is null;
