-- Homes and carer households, what they are registered for and can do, and each place in them.

create schema provision;
grant usage on schema provision to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;

create table provision.home (
  id               uuid primary key,
  organisation_id  uuid not null references access.organisation, -- who runs it: a provider, or an authority in-house
  kind             text not null,
  name             text not null,
  sector           text not null,
  urn              text,              -- Ofsted's number: SC and six digits, or seven digits
  postcode         text not null,
  easting          integer not null,  -- metres on the national grid
  northing         integer not null,
  area_code        text not null,     -- ONS code of the authority it stands in
  state            text not null,
  state_reason     text,
  state_from       date not null,
  state_until      date,              -- the day a closed home expects to open again
  registered_places integer not null,
  age_from         integer not null,  -- the statement of purpose, as data: completed years, both included
  age_to           integer not null,
  sexes            text not null,
  needs_met        text[] not null,   -- codes of reference need
  needs_not_met    text[] not null,
  takes_solo       boolean not null,
  takes_siblings   boolean not null,
  approach_to_care text,
  judgement        text,              -- Ofsted's overall experiences and progress
  inspected_on     date,
  only_for         uuid references access.organisation, -- reserved for one authority (COM-20)
  constraint a_home_is_of_a_known_kind check (kind in
    ('childrens-home', 'foster-household', 'supported-accommodation', 'residential-school', 'secure-home')),
  constraint a_sector_is_known check (sector in ('local-authority', 'private', 'voluntary', 'health')),
  constraint a_home_is_in_a_known_state check (state in ('open', 'closed', 'dormant', 'refurbishing')),
  constraint a_home_that_is_not_open_says_why check (state = 'open' or state_reason is not null),
  constraint ages_run_upwards check (age_from between 0 and 25 and age_to between age_from and 25),
  constraint sexes_are_known check (sexes in ('any', 'boys', 'girls')),
  constraint places_are_counted check (registered_places >= 0),
  constraint a_judgement_is_known check (judgement in
    ('outstanding', 'good', 'requires-improvement', 'inadequate', 'not-yet-inspected')),
  constraint a_need_is_met_or_not check (not (needs_met && needs_not_met)),
  unique (organisation_id, id)
);
create unique index no_two_homes_share_a_urn on provision.home (urn);
create index homes_by_kind on provision.home (kind, area_code);

create table provision.place (
  id               uuid primary key,
  organisation_id  uuid not null,
  home_id          uuid not null,
  name             text not null,
  weekly_fee_pence bigint not null,
  confirmed_on     date not null,     -- when somebody at the home last said this is right
  available_from   date not null,
  closed_from      date,
  closed_until     date,
  closed_reason    text,
  taken_from       date,              -- a child lives here, or will from this day
  taken_until      date,              -- null while nobody has said when they leave
  foreign key (organisation_id, home_id) references provision.home (organisation_id, id),
  constraint a_fee_is_not_negative check (weekly_fee_pence >= 0),
  constraint a_closed_place_says_why check ((closed_from is null) = (closed_reason is null)),
  constraint a_closure_ends_after_it_starts check (closed_until is null or closed_until > closed_from),
  constraint a_place_left_was_taken check (taken_until is null or taken_until >= taken_from),
  unique (home_id, name)
);
create index places_by_home on provision.place (home_id);

-- A number that rises whenever homes or places change, so that the register may be kept in memory until then.
create table provision.revision (
  one    boolean primary key default true check (one),
  number bigint not null
);
insert into provision.revision (number) values (1);
create function provision.note_revision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update provision.revision set number = number + 1;
  return null;
end $$;
create trigger homes_changed after insert or update or delete on provision.home
  for each statement execute function provision.note_revision();
create trigger places_changed after insert or update or delete on provision.place
  for each statement execute function provision.note_revision();

do $$
declare
  name text;
begin
  foreach name in array array['home', 'place', 'revision'] loop
    execute format('alter table provision.%I enable row level security', name);
    execute format('alter table provision.%I force row level security', name);
    execute format('create policy the_owner_keeps_the_house on provision.%I to current_user using (true) with check (true)',
      name);
  end loop;
  foreach name in array array['home', 'place'] loop
    -- An authority sees its own homes, and the whole register while it is a member of the co-operative.
    execute format($policy$
      create policy members_see_the_register on provision.%I for select
        to nearhome_authority_reader, nearhome_authority_writer
        using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
          or nullif(current_setting('app.organisation', true), '')::uuid in (
            select membership.authority_id from access.membership
            where membership.from_on <= nullif(current_setting('app.today', true), '')::date
              and (membership.until_on is null
                or membership.until_on > nullif(current_setting('app.today', true), '')::date)))$policy$, name);
    execute format($policy$
      create policy the_region_sees_the_register on provision.%I for select
        to nearhome_region_reader, nearhome_region_writer
        using (current_setting('app.kind', true) = 'region')$policy$, name);
    execute format($policy$
      create policy a_provider_sees_its_own on provision.%I for select
        to nearhome_provider_reader, nearhome_provider_writer
        using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$policy$, name);
    execute format($policy$
      create policy whoever_runs_a_home_adds_it on provision.%I for insert
        to nearhome_authority_writer, nearhome_provider_writer
        with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$policy$, name);
    execute format($policy$
      create policy whoever_runs_a_home_keeps_it on provision.%I for update
        to nearhome_authority_writer, nearhome_provider_writer
        using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
        with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$policy$, name);
    -- The co-operative loads Ofsted's published list.
    execute format($policy$
      create policy the_region_keeps_the_register on provision.%I to nearhome_region_writer
        using (current_setting('app.kind', true) = 'region')
        with check (current_setting('app.kind', true) = 'region')$policy$, name);
    execute format('grant select on provision.%I to nearhome_authority_reader, nearhome_authority_writer,
      nearhome_region_reader, nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer', name);
    execute format('grant insert, update on provision.%I to nearhome_provider_writer, nearhome_region_writer', name);
  end loop;
end $$;
-- A member taking a place for a child changes only whether it is taken, whoever runs it.
create policy a_member_takes_a_place on provision.place for update to nearhome_authority_writer
  using (nullif(current_setting('app.organisation', true), '')::uuid in (
    select membership.authority_id from access.membership
    where membership.from_on <= nullif(current_setting('app.today', true), '')::date
      and (membership.until_on is null or membership.until_on > nullif(current_setting('app.today', true), '')::date)))
  with check (true);
grant insert, update on provision.home to nearhome_authority_writer;
grant insert, update on provision.place to nearhome_authority_writer;

create policy all_may_ask_whether_it_changed on provision.revision for select to
  nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader, nearhome_region_writer,
  nearhome_provider_reader, nearhome_provider_writer using (true);
create policy a_change_is_noted on provision.revision for update to
  nearhome_authority_writer, nearhome_region_writer, nearhome_provider_writer using (true) with check (true);
grant select on provision.revision to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;
grant update on provision.revision to nearhome_authority_writer, nearhome_region_writer, nearhome_provider_writer;

create function provision.refuse_other_changes() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.organisation_id is distinct from nullif(current_setting('app.organisation', true), '')::uuid
     and current_setting('app.kind', true) = 'authority'
     and (to_jsonb(new) - 'taken_from' - 'taken_until') <> (to_jsonb(old) - 'taken_from' - 'taken_until') then
    raise exception 'only whoever runs a home changes its places' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_its_keeper_changes_a_place before update on provision.place
  for each row execute function provision.refuse_other_changes();
