-- A child in a place. The constraints are the backstop to the lock on the place: no place is ever given twice.

create schema placements;
grant usage on schema placements to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;

create table placements.placement (
  authority_id     uuid not null,
  id               uuid not null,
  child_id         uuid not null,
  referral_id      uuid,
  approach_id      uuid,
  home_id          uuid not null references provision.home,
  organisation_id  uuid not null references access.organisation, -- who runs the home
  place_id         uuid not null references provision.place,
  state            text not null,
  place_code       text not null,    -- PLACE and PLACE_PROVIDER of the return
  provider_code    text,
  agreed_on        date not null,
  starts_on        date not null,    -- planned until started, then the day it began
  ended_on         date,             -- half-open: the child sleeps elsewhere on this day
  weekly_fee_pence bigint not null,
  end_reason       text,             -- REC: why the child left care, or X1 where they moved
  change_reason    text,             -- REASON_PLACE_CHANGE, where they moved
  note             text,             -- on its ending, or why it was cancelled
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children.child (authority_id, id),
  foreign key (authority_id, referral_id) references referrals.referral (authority_id, id),
  foreign key (authority_id, approach_id) references referrals.approach (authority_id, id),
  constraint a_placement_is_in_a_known_state check (state in ('agreed', 'started', 'ended', 'cancelled')),
  constraint only_an_ended_placement_has_an_end
    check (case when state = 'ended' then num_nulls(ended_on, end_reason) = 0
                when state = 'cancelled' then ended_on is null and end_reason is null
                else num_nonnulls(ended_on, end_reason, change_reason, note) = 0 end),
  constraint a_placement_does_not_end_before_it_starts check (ended_on is null or ended_on >= starts_on),
  constraint a_fee_is_not_negative check (weekly_fee_pence >= 0),
  constraint a_place_is_given_once
    exclude using gist (place_id with =, daterange(starts_on, ended_on) with &&) where (state <> 'cancelled'),
  -- A child may live in one home while another is agreed.
  constraint a_child_is_in_one_placement_at_a_time
    exclude using gist (authority_id with =, child_id with =, daterange(starts_on, ended_on) with &&)
    where (state in ('started', 'ended'))
);
create unique index a_child_has_one_placement_agreed on placements.placement (authority_id, child_id)
  where state = 'agreed';
create index placements_by_child on placements.placement (authority_id, child_id);
create index placements_by_home on placements.placement (home_id);
create unique index one_placement_for_an_offer on placements.placement (authority_id, approach_id)
  where state <> 'cancelled';

alter table placements.placement enable row level security;
alter table placements.placement force row level security;
create policy an_authority_sees_its_own on placements.placement for select
  to nearhome_authority_reader, nearhome_authority_writer
  using (authority_id = nullif(current_setting('app.authority', true), '')::uuid);
create policy an_authority_changes_its_own on placements.placement to nearhome_authority_writer
  using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)
  with check (authority_id = nullif(current_setting('app.authority', true), '')::uuid);
create policy a_home_knows_who_lives_there on placements.placement for select
  to nearhome_provider_reader, nearhome_provider_writer
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    and state in ('agreed', 'started'));
create policy the_region_counts_placements on placements.placement for select
  to nearhome_region_reader, nearhome_region_writer
  using (authority_id in (select sharing.authority_id from access.sharing));
grant select on placements.placement to nearhome_authority_reader, nearhome_authority_writer;
grant insert, update on placements.placement to nearhome_authority_writer;
grant select (authority_id, id, approach_id, home_id, organisation_id, place_id, state, agreed_on, starts_on,
  weekly_fee_pence) on placements.placement to nearhome_provider_reader, nearhome_provider_writer;
grant select (authority_id, id, home_id, organisation_id, state, place_code, provider_code, agreed_on, starts_on,
  ended_on, weekly_fee_pence, end_reason, change_reason) on placements.placement
  to nearhome_region_reader, nearhome_region_writer;
