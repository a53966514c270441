-- Who lives in a home: ages and sexes alone, as the home itself said and on which day. Nobody can be told from another
-- of the same age and sex, and no row points at a child.

create table provision.who_lives (
  home_id         uuid primary key,
  organisation_id uuid not null,
  said_on         date not null,
  girls           integer[] not null, -- an age for each; empty where there is none
  boys            integer[] not null,
  others          integer[] not null, -- the home did not say which
  foreign key (organisation_id, home_id) references provision.home (organisation_id, id),
  constraint ages_are_those_of_children check (0 <= all (girls || boys || others) and 25 >= all (girls || boys || others)),
  constraint a_home_is_of_a_size check (cardinality(girls || boys || others) <= 60)
);

create constraint trigger who_lives_changed after insert or update or delete on provision.who_lives
  deferrable initially deferred for each row execute function provision.note_revision();

alter table provision.who_lives enable row level security;
alter table provision.who_lives force row level security;
create policy the_owner_keeps_the_house on provision.who_lives to current_user using (true) with check (true);

-- Members search with it. The co-operative has no need of it, and is granted nothing.
create policy members_see_who_lives_where on provision.who_lives for select
  to nearhome_authority_reader, nearhome_authority_writer
  using (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    or (select nullif(current_setting('app.organisation', true), '')::uuid) in (
      select membership.authority_id from access.membership
      where membership.from_on <= (select nullif(current_setting('app.today', true), '')::date)
        and (membership.until_on is null
          or membership.until_on > (select nullif(current_setting('app.today', true), '')::date))));
create policy a_provider_sees_its_own on provision.who_lives for select
  to nearhome_provider_reader, nearhome_provider_writer
  using (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));
create policy whoever_runs_a_home_says_it on provision.who_lives for insert
  to nearhome_authority_writer, nearhome_provider_writer
  with check (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));
create policy whoever_runs_a_home_says_it_again on provision.who_lives for update
  to nearhome_authority_writer, nearhome_provider_writer
  using (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid))
  with check (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));
grant select on provision.who_lives to nearhome_authority_reader, nearhome_authority_writer,
  nearhome_provider_reader, nearhome_provider_writer;
grant insert, update on provision.who_lives to nearhome_authority_writer, nearhome_provider_writer;
