-- All that the return tells of a child besides who they are and where they live, so that the live record can write it.
-- A row is kept as it was told: the rules of the return say what is wrong in it. Each carries the load that told it and
-- the collection year. A later load of the same year does not delete it, but is named in it: undoing that load puts it
-- back. What counts today is what nothing has replaced.

alter table children.child add child_born_on date; -- MC_DOB: when a mother's child was born

create table children.review (
  authority_id  uuid not null,
  child_id      uuid not null,
  load_id       uuid not null,
  year          integer not null, -- the collection year: 2026 is 1 April 2025 to 31 March 2026
  at            integer not null, -- from 0, among the child's own rows
  replaced_by   uuid,             -- the load that told otherwise since
  reviewed_on   date not null,    -- REVIEW
  participation text not null,    -- REVIEW_CODE
  primary key (authority_id, child_id, load_id, at)
);

create table children.health (
  authority_id          uuid not null,
  child_id              uuid not null,
  load_id               uuid not null,
  year                  integer not null,
  at                    integer not null,
  replaced_by           uuid,
  sdq_score             text,
  sdq_reason            text,     -- why there is no score
  convicted             text,     -- this and what follows: 1 yes, 0 no
  health_check          text,
  immunisations         text,
  teeth_check           text,
  health_assessment     text,
  substance_misuse      text,
  intervention_received text,
  intervention_offered  text,
  primary key (authority_id, child_id, load_id, at)
);

create table children.care_leaver (
  authority_id  uuid not null,
  child_id      uuid not null,
  load_id       uuid not null,
  year          integer not null,
  at            integer not null,
  replaced_by   uuid,
  in_touch      text not null,
  activity      text not null,    -- ACTIV
  accommodation text not null,    -- ACCOM
  primary key (authority_id, child_id, load_id, at)
);

create table children.adoption (
  authority_id         uuid not null,
  child_id             uuid not null,
  load_id              uuid not null,
  year                 integer not null,
  at                   integer not null,
  replaced_by          uuid,
  interests_decided_on date not null, -- DATE_INT: decided to be in the child's best interests
  matched_on           date not null, -- DATE_MATCH
  by_foster_carer      text not null, -- FOSTER_CARE
  adopters             text not null, -- NB_ADOPTR: how many
  adopters_sex         text not null, -- SEX_ADOPTR
  adopters_status      text not null, -- LS_ADOPTR
  primary key (authority_id, child_id, load_id, at)
);

create table children.adoption_decision (
  authority_id uuid not null,
  child_id     uuid not null,
  load_id      uuid not null,
  year         integer not null,
  at           integer not null,
  replaced_by  uuid,
  decided_on   date not null,     -- DATE_PLACED
  ceased_on    date,              -- DATE_PLACED_CEASED
  cease_reason text,              -- REASON_PLACED_CEASED
  primary key (authority_id, child_id, load_id, at)
);

create table children.previous_permanence (
  authority_id uuid not null,
  child_id     uuid not null,
  load_id      uuid not null,
  year         integer not null,
  at           integer not null,
  replaced_by  uuid,
  permanence   text not null,     -- PREV_PERM
  granted_in   text,              -- LA_PERM: the DfE code of the authority
  granted      text,              -- DATE_PERM: a date, or as much of it as is known: zz/04/2019
  primary key (authority_id, child_id, load_id, at)
);

create table children.absence (
  authority_id uuid not null,
  child_id     uuid not null,
  load_id      uuid not null,
  year         integer not null,
  at           integer not null,
  replaced_by  uuid,
  kind         text not null,     -- MISSING: missing, or away without authorisation
  started_on   date not null,     -- MIS_START
  ended_on     date,              -- MIS_END
  primary key (authority_id, child_id, load_id, at)
);

create table children.social_worker (
  authority_id uuid not null,
  child_id     uuid not null,
  load_id      uuid not null,
  year         integer not null,
  at           integer not null,
  replaced_by  uuid,
  worker       text not null,     -- SW_ID
  started_on   date not null,     -- SW_DECOM
  ended_on     date,              -- SW_DEC
  reason       text,              -- SW_REASON: why the social worker changed
  primary key (authority_id, child_id, load_id, at)
);

create table children.liberty_order (
  authority_id uuid not null,
  child_id     uuid not null,
  load_id      uuid not null,
  year         integer not null,
  at           integer not null,
  replaced_by  uuid,
  started_on   date not null,     -- DOLO_START
  ended_on     date,              -- DOLO_END
  primary key (authority_id, child_id, load_id, at)
);

do $$
declare
  name text;
begin
  foreach name in array array['review', 'health', 'care_leaver', 'adoption', 'adoption_decision', 'previous_permanence',
    'absence', 'social_worker', 'liberty_order'] loop
    execute format($constraints$
      alter table children.%I
        add foreign key (authority_id, child_id) references children.child (authority_id, id),
        add constraint what_is_told_is_of_a_year check (year between 2000 and 2100),
        add constraint a_load_does_not_replace_itself check (replaced_by <> load_id)$constraints$, name);
    execute format('create index on children.%I (authority_id, year) where replaced_by is null', name);
    execute format('create index on children.%I (authority_id, load_id)', name);
    execute format('alter table children.%I enable row level security', name);
    execute format('alter table children.%I force row level security', name);
    execute format($policy$
      create policy an_authority_sees_its_own on children.%I for select
        to nearhome_authority_reader, nearhome_authority_writer
        using (authority_id = (select nullif(current_setting('app.authority', true), '')::uuid))$policy$, name);
    execute format($policy$
      create policy an_authority_changes_its_own on children.%I to nearhome_authority_writer
        using (authority_id = (select nullif(current_setting('app.authority', true), '')::uuid))
        with check (authority_id = (select nullif(current_setting('app.authority', true), '')::uuid))$policy$, name);
    execute format('grant select on children.%I to nearhome_authority_reader, nearhome_authority_writer', name);
    execute format('grant insert, update, delete on children.%I to nearhome_authority_writer', name);
  end loop;
end $$;
