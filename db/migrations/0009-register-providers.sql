-- Loading Ofsted's published list: the providers it names, the loads themselves, and a mark that changes with the
-- register so that it may be kept in memory.

-- A provider that the list names and nobody here knows yet is added by whoever loads it.
create policy the_region_adds_providers on access.organisation for insert to nearhome_region_writer
  with check (current_setting('app.kind', true) = 'region' and kind = 'provider');
grant insert (id, kind, name, code) on access.organisation to nearhome_region_writer;

-- A mark is never used twice, not even by two databases made from one copy, so what was read under a mark is right
-- for as long as the mark stands. It is made when the change is committed: until then nobody waits for anybody.
alter table provision.revision add column mark uuid not null default gen_random_uuid();
drop trigger homes_changed on provision.home;
drop trigger places_changed on provision.place;
create or replace function provision.note_revision() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('app.revision_noted', true) is distinct from pg_current_xact_id()::text then
    update provision.revision set number = number + 1, mark = gen_random_uuid();
    perform set_config('app.revision_noted', pg_current_xact_id()::text, true);
  end if;
  return null;
end $$;
create constraint trigger homes_changed after insert or update or delete on provision.home
  deferrable initially deferred for each row execute function provision.note_revision();
create constraint trigger places_changed after insert or update or delete on provision.place
  deferrable initially deferred for each row execute function provision.note_revision();

-- Its one row is seen by whoever sees the whole register, by the same policies, and by nobody else.
create table provision.whole_register (
  one boolean primary key default true check (one)
);
insert into provision.whole_register default values;

-- A list that was read, waiting to be confirmed or confirmed; kept as it came, so that what was loaded can be told.
create table provision.register_load (
  id           uuid primary key,
  name         text not null,
  content      text not null,
  read_on      date not null,
  read_by      uuid not null references access.person,
  confirmed_on date,
  added        integer,
  changed      integer,
  constraint a_confirmed_load_says_what_it_did
    check (num_nonnulls(confirmed_on, added, changed) in (0, 3))
);

do $$
declare
  name text;
begin
  foreach name in array array['whole_register', 'register_load'] loop
    execute format('alter table provision.%I enable row level security', name);
    execute format('alter table provision.%I force row level security', name);
    execute format('create policy the_owner_keeps_the_house on provision.%I to current_user using (true) with check (true)',
      name);
  end loop;
end $$;

create policy members_see_the_register on provision.whole_register for select
  to nearhome_authority_reader, nearhome_authority_writer
  using (nullif(current_setting('app.organisation', true), '')::uuid in (
    select membership.authority_id from access.membership
    where membership.from_on <= nullif(current_setting('app.today', true), '')::date
      and (membership.until_on is null or membership.until_on > nullif(current_setting('app.today', true), '')::date)));
create policy the_region_sees_the_register on provision.whole_register for select
  to nearhome_region_reader, nearhome_region_writer
  using (current_setting('app.kind', true) = 'region');
grant select on provision.whole_register to nearhome_authority_reader, nearhome_authority_writer,
  nearhome_region_reader, nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;

create policy the_region_reads_its_loads on provision.register_load for select to nearhome_region_reader
  using (current_setting('app.kind', true) = 'region');
create policy the_region_loads_the_register on provision.register_load to nearhome_region_writer
  using (current_setting('app.kind', true) = 'region')
  with check (current_setting('app.kind', true) = 'region');
grant select on provision.register_load to nearhome_region_reader, nearhome_region_writer;
grant insert on provision.register_load to nearhome_region_writer;
grant update (confirmed_on, added, changed) on provision.register_load to nearhome_region_writer;
