-- Asking for a home: the referral, the homes approached, what each was told, and what they said.

create schema referrals;
grant usage on schema referrals to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;

create table referrals.referral (
  authority_id     uuid not null references access.organisation,
  id               uuid not null,
  child_id         uuid not null,
  urgency          text not null,
  state            text not null,
  answers          jsonb not null,    -- to the questions of the regional standard; its schema is src/referrals/questions
  version          integer not null default 1, -- rises with each save, so that nobody overwrites what they have not seen
  requested_by     uuid not null,
  requested_on     date not null,
  needed_by        date,
  ready_on         date,              -- the day the social worker handed it to brokerage
  matched_on       date,
  approach_id      uuid,              -- the offer accepted
  closed_on        date,
  closed_reason    text,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children.child (authority_id, id),
  constraint an_urgency_is_planned_or_emergency check (urgency in ('planned', 'emergency')),
  constraint a_referral_is_in_a_known_state check (state in ('draft', 'open', 'matched', 'withdrawn', 'unable-to-place')),
  constraint a_draft_is_not_ready check (state <> 'draft' or ready_on is null),
  constraint an_open_or_matched_referral_is_ready
    check (state not in ('open', 'matched') or (ready_on is not null and needed_by is not null)),
  constraint only_a_matched_referral_has_an_offer
    check (case when state = 'matched' then num_nulls(approach_id, matched_on) = 0
                else num_nonnulls(approach_id, matched_on) = 0 end),
  constraint only_a_closed_referral_has_a_reason
    check (case when state in ('withdrawn', 'unable-to-place') then num_nulls(closed_on, closed_reason) = 0
                else num_nonnulls(closed_on, closed_reason) = 0 end)
);
create index referrals_by_state on referrals.referral (authority_id, state, needed_by);
create unique index a_child_has_one_referral_at_a_time on referrals.referral (authority_id, child_id)
  where state in ('draft', 'open');

-- One home, asked about one child. What it was told is kept as it was told.
create table referrals.approach (
  authority_id     uuid not null,
  id               uuid not null,
  referral_id      uuid not null,
  home_id          uuid not null references provision.home,
  organisation_id  uuid not null references access.organisation, -- who runs the home, and may answer
  reference        text not null,     -- what people say on the telephone; tells nothing of the child
  state            text not null,
  why_chosen       text not null,
  anonymised       jsonb not null,    -- the profile as sent
  full_profile     jsonb,             -- shared after interest
  sent_on          date not null,
  sent_at          timestamptz not null default now(),
  sent_by          uuid not null,
  seen_at          timestamptz,
  interested_on    date,
  shared_on        date,
  offered_on       date,
  place_id         uuid references provision.place,
  weekly_fee_pence bigint,
  available_from   date,
  offer_until      date,              -- the last day on which the offer may be accepted
  offer_note       text,
  declined_on      date,
  decline_reason   text,
  decline_note     text,
  closed_on        date,              -- accepted, not selected or withdrawn
  primary key (authority_id, id),
  foreign key (authority_id, referral_id) references referrals.referral (authority_id, id),
  unique (authority_id, referral_id, home_id),
  unique (reference),
  constraint an_approach_is_in_a_known_state check (state in
    ('sent', 'interested', 'shared', 'offered', 'declined', 'accepted', 'not-selected', 'withdrawn')),
  constraint the_full_profile_is_shared_on_a_day check ((full_profile is null) = (shared_on is null)),
  constraint interest_comes_before_the_full_profile check (shared_on is null or interested_on is not null),
  constraint an_offer_has_a_place_a_price_and_dates
    check (case when state in ('offered', 'accepted')
                then num_nulls(offered_on, place_id, weekly_fee_pence, available_from, offer_until) = 0
                else state in ('not-selected', 'withdrawn', 'declined') or num_nonnulls(offered_on, place_id,
                  weekly_fee_pence, available_from, offer_until) = 0 end),
  constraint only_a_declined_approach_has_a_reason
    check (case when state = 'declined' then num_nulls(declined_on, decline_reason) = 0
                else num_nonnulls(declined_on, decline_reason) = 0 end),
  constraint a_closed_approach_closed_on_a_day
    check ((state in ('accepted', 'not-selected', 'withdrawn')) = (closed_on is not null)),
  constraint a_fee_is_not_negative check (weekly_fee_pence >= 0)
);
create index approaches_by_provider on referrals.approach (organisation_id, state);
create unique index one_offer_is_accepted on referrals.approach (authority_id, referral_id) where state = 'accepted';

create table referrals.message (
  authority_id    uuid not null,
  id              uuid not null,
  approach_id     uuid not null,
  organisation_id uuid not null references access.organisation, -- of the home approached
  from_home       boolean not null,  -- a question from the home, or an answer from the authority
  text            text not null,
  person_id       uuid not null,
  sent_at         timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, approach_id) references referrals.approach (authority_id, id)
);
create index messages_by_approach on referrals.message (authority_id, approach_id, sent_at);

do $$
declare
  name text;
begin
  foreach name in array array['referral', 'approach', 'message'] loop
    execute format('alter table referrals.%I enable row level security', name);
    execute format('alter table referrals.%I force row level security', name);
    execute format($policy$
      create policy an_authority_sees_its_own on referrals.%I for select
        to nearhome_authority_reader, nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format($policy$
      create policy an_authority_changes_its_own on referrals.%I to nearhome_authority_writer
        using (authority_id = nullif(current_setting('app.authority', true), '')::uuid)
        with check (authority_id = nullif(current_setting('app.authority', true), '')::uuid)$policy$, name);
    execute format('grant select on referrals.%I to nearhome_authority_reader, nearhome_authority_writer', name);
    execute format('grant insert, update on referrals.%I to nearhome_authority_writer', name);
  end loop;
end $$;

-- Another authority's home, or a provider's, sees what was sent to it while it is live: until it is withdrawn or not
-- selected. What it declined it may still see as declined, without the profile (its store leaves that out).
create policy a_home_sees_what_was_sent_to_it on referrals.approach for select
  to nearhome_provider_reader, nearhome_provider_writer, nearhome_authority_reader, nearhome_authority_writer
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    and state in ('sent', 'interested', 'shared', 'offered', 'declined', 'accepted'));
create policy a_home_answers_what_was_sent_to_it on referrals.approach for update
  to nearhome_provider_writer, nearhome_authority_writer
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    and state in ('sent', 'interested', 'shared', 'offered'))
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    and state in ('sent', 'interested', 'shared', 'offered', 'declined'));
grant select on referrals.approach to nearhome_provider_reader, nearhome_provider_writer;
grant update (state, seen_at, interested_on, offered_on, place_id, weekly_fee_pence, available_from, offer_until,
  offer_note, declined_on, decline_reason, decline_note) on referrals.approach to nearhome_provider_writer;

create policy a_home_sees_its_own_messages on referrals.message for select
  to nearhome_provider_reader, nearhome_provider_writer, nearhome_authority_reader, nearhome_authority_writer
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    and (authority_id, approach_id) in (select approach.authority_id, approach.id from referrals.approach));
create policy a_home_asks_questions on referrals.message for insert
  to nearhome_provider_writer, nearhome_authority_writer
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid and from_home
    and (authority_id, approach_id) in (select approach.authority_id, approach.id from referrals.approach));
grant select, insert on referrals.message to nearhome_provider_writer;
grant select on referrals.message to nearhome_provider_reader;

-- The region counts what was asked for, and sees no answer, profile or child.
create policy the_region_counts_referrals on referrals.referral for select
  to nearhome_region_reader, nearhome_region_writer
  using (authority_id in (select sharing.authority_id from access.sharing));
grant select (authority_id, id, urgency, state, requested_on, needed_by, ready_on, matched_on, closed_on, closed_reason)
  on referrals.referral to nearhome_region_reader, nearhome_region_writer;
create policy the_region_counts_approaches on referrals.approach for select
  to nearhome_region_reader, nearhome_region_writer
  using (authority_id in (select sharing.authority_id from access.sharing));
grant select (authority_id, id, referral_id, home_id, organisation_id, state, sent_on, interested_on, shared_on,
  offered_on, declined_on, decline_reason, closed_on) on referrals.approach
  to nearhome_region_reader, nearhome_region_writer;
