-- Children looked after, their history as the statutory return tells it, and what is known of their needs.

create schema children;
grant usage on schema children to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer;

create table children.child (
  authority_id  uuid not null references access.organisation,
  id            uuid not null,
  local_id      text not null,  -- the authority's own number for the child, CHILD in the return
  given_name    text,           -- the return has no names; the authority's case system does
  family_name   text,
  sex           text not null,
  born          date not null,
  ethnicity     text not null,
  upn           text,
  asylum_until  date,           -- DUC: unaccompanied asylum-seeking until this day; null if never
  seeks_asylum  boolean not null default false,
  mother        boolean,
  load_id       uuid,           -- the load of a return that last wrote this row
  born_month    date generated always as (make_date(extract(year from born)::int, extract(month from born)::int, 1)) stored,
  primary key (authority_id, id),
  unique (authority_id, local_id),
  constraint a_sex_is_recorded_as_the_return_does check (sex in ('M', 'F', 'U'))
);
create index children_by_name on children.child (authority_id, family_name, given_name);

-- One row for each episode of the return: a child in one place, under one legal status. Half-open: the next begins
-- on the day this ends.
create table children.episode (
  authority_id       uuid not null,
  id                 uuid not null,
  child_id           uuid not null,
  started_on         date not null,  -- DECOM
  reason_new         text not null,  -- RNE
  legal_status       text not null,  -- LS
  need_code          text not null,  -- CIN
  place_code         text not null,  -- PLACE
  provider_code      text,           -- PLACE_PROVIDER
  ended_on           date,           -- DEC
  end_reason         text,           -- REC
  change_reason      text,           -- REASON_PLACE_CHANGE
  home_postcode      text,           -- HOME_POST
  placement_postcode text,           -- PL_POST
  urn                text,
  distance_miles     numeric(5,1),   -- from home to placement, straight line; null where either is unknown
  placement_area     text,           -- ONS code of the authority the placement is in; null outside England or unknown
  in_area            boolean,        -- whether that is the responsible authority
  weekly_fee_pence   bigint,
  home_id            uuid,           -- provision.home, where the home is on the register
  load_id            uuid,
  home_sector        text generated always as (left(home_postcode, length(home_postcode) - 2)) stored,
  placement_sector   text generated always as (left(placement_postcode, length(placement_postcode) - 2)) stored,
  primary key (authority_id, id),
  unique (authority_id, child_id, started_on),
  foreign key (authority_id, child_id) references children.child (authority_id, id),
  constraint an_episode_does_not_end_before_it_starts check (ended_on is null or ended_on >= started_on),
  constraint an_ended_episode_has_a_reason check ((ended_on is null) = (end_reason is null)),
  constraint a_fee_is_not_negative check (weekly_fee_pence >= 0),
  constraint a_child_is_in_one_episode_at_a_time
    exclude using gist (authority_id with =, child_id with =, daterange(started_on, ended_on) with &&)
);
create index episodes_now on children.episode (authority_id, place_code) where ended_on is null;
create index episodes_by_start on children.episode (authority_id, started_on);

-- What a social worker knows of the child's needs and strengths, dated, the child's own words first.
create table children.assessment (
  authority_id    uuid not null,
  id              uuid not null,
  child_id        uuid not null,
  assessed_on     date not null,
  voice           text,              -- the child's own words
  strengths       text[] not null,   -- in plain words
  needs           text[] not null,   -- codes of reference need
  care_plan       text,              -- the long-term plan
  outcomes        text,              -- what the plan is to achieve
  school_name     text,
  school_postcode text,
  education_stage text,
  has_ehcp        boolean not null default false,
  health_setting  boolean not null default false,
  youth_justice   boolean not null default false,
  assessed_by     uuid,
  primary key (authority_id, id),
  unique (authority_id, child_id, assessed_on),
  foreign key (authority_id, child_id) references children.child (authority_id, id)
);

create table children.sibling (
  authority_id uuid not null,
  child_id     uuid not null,
  sibling_id   uuid not null,
  primary key (authority_id, child_id, sibling_id),
  foreign key (authority_id, child_id) references children.child (authority_id, id),
  foreign key (authority_id, sibling_id) references children.child (authority_id, id),
  constraint nobody_is_their_own_sibling check (child_id <> sibling_id)
);

-- A number that rises whenever an authority's children or their history change, so that a sum may be kept until then.
create table children.revision (
  authority_id uuid primary key references access.organisation,
  number       bigint not null
);

create function children.note_revision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into children.revision values (nullif(current_setting('app.authority', true), '')::uuid, 1)
    on conflict (authority_id) do update set number = revision.number + 1;
  return null;
end $$;
create trigger children_changed after insert or update or delete on children.child
  for each statement execute function children.note_revision();
create trigger episodes_changed after insert or update or delete on children.episode
  for each statement execute function children.note_revision();

do $$
declare
  name text;
begin
  foreach name in array array['child', 'episode', 'assessment', 'sibling', 'revision'] loop
    execute format('alter table children.%I enable row level security', name);
    execute format('alter table children.%I force row level security', name);
    execute format($policy$
      create policy an_authority_sees_its_own on children.%I for select
        to nearhome_authority_reader, nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format($policy$
      create policy an_authority_changes_its_own on children.%I to nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)
        with check (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format('grant select on children.%I to nearhome_authority_reader, nearhome_authority_writer', name);
    execute format('grant insert, update, delete on children.%I to nearhome_authority_writer', name);
  end loop;
  foreach name in array array['child', 'episode', 'revision'] loop
    execute format($policy$
      create policy the_region_sees_what_is_shared on children.%I for select
        to nearhome_region_reader, nearhome_region_writer
        using (authority_id in (select sharing.authority_id from access.sharing))$policy$, name);
  end loop;
end $$;

-- The region's eyes stop at these columns: no name, no number, no day of birth, no full postcode, no home.
grant select (authority_id, id, sex, born_month, ethnicity, seeks_asylum) on children.child
  to nearhome_region_reader, nearhome_region_writer;
grant select (authority_id, id, child_id, started_on, reason_new, legal_status, need_code, place_code, provider_code,
  ended_on, end_reason, change_reason, distance_miles, placement_area, in_area, weekly_fee_pence, home_sector,
  placement_sector) on children.episode to nearhome_region_reader, nearhome_region_writer;
grant select on children.revision to nearhome_region_reader, nearhome_region_writer;
