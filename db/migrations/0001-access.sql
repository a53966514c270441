-- Who takes part, who may do what, what may be shared with whom, and the record of what was done.

-- The platform signs in as nearhome_app, owns nothing, and takes one of the other roles inside each transaction:
-- a gate for sign-in, and a reader and a writer for each kind of organisation. Readers may read; writers may also write.
-- All may log in: a distributed database connects to its workers as the role it was told to take.
do $$
declare
  name text;
begin
  foreach name in array array[
    'nearhome_gate',
    'nearhome_authority_reader', 'nearhome_authority_writer',
    'nearhome_region_reader', 'nearhome_region_writer',
    'nearhome_provider_reader', 'nearhome_provider_writer'
  ] loop
    begin
      execute format('create role %I login noinherit', name);
    exception
      when duplicate_object then null; -- roles belong to the server, which may hold several databases
    end;
  end loop;
  begin
    create role nearhome_app login noinherit;
  exception
    when duplicate_object then null;
  end;
  grant nearhome_gate, nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
    nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer to nearhome_app;
end $$;

create extension if not exists btree_gist;

create schema access;
grant usage on schema access to nearhome_gate, nearhome_authority_reader, nearhome_authority_writer,
  nearhome_region_reader, nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;

create table access.organisation (
  id      uuid primary key,
  kind    text not null,
  name    text not null,
  code    text,          -- the ONS code of an authority; the Ofsted URN of a provider
  hub     text,          -- the operational hub of an authority
  acts_for uuid references access.organisation, -- a children's trust acts for an authority
  constraint an_organisation_is_of_a_known_kind
    check (kind in ('region', 'authority', 'trust', 'provider', 'health', 'justice')),
  constraint only_an_authority_stands_in_a_hub check (hub is null or kind = 'authority'),
  constraint a_trust_acts_for_an_authority check ((kind = 'trust') = (acts_for is not null))
);
create unique index no_two_organisations_of_a_kind_share_a_code on access.organisation (kind, code);

create table access.membership (
  region_id    uuid not null references access.organisation,
  authority_id uuid not null references access.organisation,
  from_on      date not null,
  until_on     date,
  primary key (authority_id, region_id, from_on),
  constraint a_membership_ends_after_it_starts check (until_on is null or until_on > from_on)
);

create table access.person (
  id              uuid primary key,
  organisation_id uuid not null references access.organisation,
  name            text not null,
  email           text not null,
  issuer          text, -- of their OpenID provider, and its name for them; null until they first sign in that way
  subject         text,
  until_on        date, -- the day their access ended
  constraint a_subject_belongs_to_an_issuer check ((issuer is null) = (subject is null))
);
create unique index no_two_people_share_an_email on access.person (lower(email));
create unique index no_two_people_share_a_subject on access.person (issuer, subject);

create table access.role_held (
  person_id uuid not null references access.person,
  role      text not null,
  from_on   date not null,
  until_on  date,
  primary key (person_id, role, from_on),
  constraint a_role_ends_after_it_starts check (until_on is null or until_on > from_on)
);

create table access.agreement (
  id             uuid primary key,
  name           text not null,
  purpose        text not null,
  lawful_basis   text not null,
  fields         text[] not null,
  from_on        date not null,
  until_on       date not null, -- the first day on which nothing may be shared
  dpia_reference text,
  constraint an_agreement_ends_after_it_starts check (until_on > from_on)
);

create table access.agreement_party (
  agreement_id    uuid not null references access.agreement,
  organisation_id uuid not null references access.organisation,
  signed_on       date,
  signed_by       uuid references access.person,
  primary key (agreement_id, organisation_id)
);

-- The authorities whose records the asking organisation may see today: both have signed, the agreement is in force,
-- and the authority is a member.
create view access.sharing with (security_invoker = true) as
  select distinct theirs.organisation_id as authority_id, agreement.id as agreement_id, agreement.fields
  from access.agreement
  join access.agreement_party ours on ours.agreement_id = agreement.id
  join access.agreement_party theirs on theirs.agreement_id = agreement.id
  join access.membership on membership.authority_id = theirs.organisation_id
  where ours.organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    and theirs.organisation_id <> ours.organisation_id
    and ours.signed_on <= nullif(current_setting('app.today', true), '')::date
    and theirs.signed_on <= nullif(current_setting('app.today', true), '')::date
    and agreement.from_on <= nullif(current_setting('app.today', true), '')::date
    and agreement.until_on > nullif(current_setting('app.today', true), '')::date
    and membership.from_on <= nullif(current_setting('app.today', true), '')::date
    and (membership.until_on is null or membership.until_on > nullif(current_setting('app.today', true), '')::date);

create table access.session (
  id_hash      bytea primary key, -- SHA-256 of the opaque id in the cookie
  person_id    uuid not null references access.person,
  started_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at     timestamptz,
  demonstration boolean not null default false
);
create index sessions_by_person on access.session (person_id) where ended_at is null;

create table access.sign_in (
  state      text primary key,
  verifier   text not null,
  nonce      text not null,
  next       text not null,
  started_at timestamptz not null default now()
);

-- Present only where everybody and everything is invented: then people may sign in by choosing whom to be.
create table access.demonstration (
  one  boolean primary key default true check (one),
  seed text not null,
  today date not null -- the day the invented region was made for
);

-- One chain of lines for each organisation whose records are touched; each line's hash covers the line before it.
create table access.audit_head (
  chain_id uuid primary key references access.organisation,
  line     bigint not null,
  hash     bytea not null
);
create table access.audit (
  chain_id    uuid not null references access.organisation,
  line        bigint not null,
  action      text not null,
  person_id   uuid,           -- null: nobody had signed in, or the platform itself
  organisation_id uuid,       -- for whom they asked
  about       uuid,           -- the record touched
  refused     boolean not null,
  recorded_at timestamptz not null,
  hash        bytea not null,
  primary key (chain_id, line)
);
create index audit_by_record on access.audit (chain_id, about);

-- Appending a line is all that anybody may do to the audit. The function runs as its owner, so that no role of the
-- platform needs a right to write there, and the head of the chain is locked until the deed commits.
create function access.append_audit(
  chain uuid, what text, who uuid, for_whom uuid, touched uuid, was_refused boolean
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  previous access.audit_head;
  moment   timestamptz := date_trunc('milliseconds', clock_timestamp());
  next_hash bytea;
begin
  select * into previous from access.audit_head where chain_id = chain for update;
  if not found then
    insert into access.audit_head values (chain, 0, sha256(convert_to(chain::text, 'UTF8')))
      on conflict do nothing;
    select * into previous from access.audit_head where chain_id = chain for update;
  end if;
  next_hash := sha256(previous.hash || convert_to(concat_ws('|',
    previous.line + 1, what, coalesce(who::text, '-'), coalesce(for_whom::text, '-'), coalesce(touched::text, '-'),
    case when was_refused then 'refused' else 'done' end,
    floor(extract(epoch from moment) * 1000)::bigint), 'UTF8'));
  insert into access.audit values
    (chain, previous.line + 1, what, who, for_whom, touched, was_refused, moment, next_hash);
  update access.audit_head set line = previous.line + 1, hash = next_hash where chain_id = chain;
end $$;
revoke all on function access.append_audit from public;
grant execute on function access.append_audit to nearhome_gate, nearhome_authority_reader, nearhome_authority_writer,
  nearhome_region_reader, nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;

-- Row-level security. Who takes part, and which agreements stand between them, is known to all who take part.
do $$
declare
  name text;
  everyone text := 'nearhome_gate, nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
    nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer';
begin
  foreach name in array array['organisation', 'membership', 'person', 'role_held', 'agreement', 'agreement_party',
                              'session', 'sign_in', 'demonstration', 'audit', 'audit_head'] loop
    execute format('alter table access.%I enable row level security', name);
    execute format('alter table access.%I force row level security', name);
  end loop;
  foreach name in array array['organisation', 'membership', 'agreement', 'agreement_party', 'demonstration'] loop
    execute format('create policy all_who_take_part_may_know on access.%I for select to %s using (true)', name, everyone);
    execute format('grant select on access.%I to %s', name, everyone);
  end loop;
  execute format('grant select on access.sharing to %s', everyone);
end $$;

-- The gate lets people in, and sees what it must for that.
create policy the_gate_knows_people on access.person for select to nearhome_gate using (true);
create policy the_gate_links_a_first_sign_in on access.person for update to nearhome_gate
  using (issuer is null) with check (issuer is not null);
grant select, update (issuer, subject) on access.person to nearhome_gate;
create policy the_gate_knows_roles on access.role_held for select to nearhome_gate using (true);
grant select on access.role_held to nearhome_gate;
create policy the_gate_keeps_sessions on access.session to nearhome_gate using (true) with check (true);
grant select, insert, update on access.session to nearhome_gate;
create policy the_gate_keeps_sign_ins on access.sign_in to nearhome_gate using (true) with check (true);
grant select, insert, delete on access.sign_in to nearhome_gate;

-- Colleagues know each other. The co-operative knows the people of those who take part, and keeps their roles.
create policy colleagues_know_each_other on access.person for select
  to nearhome_authority_reader, nearhome_authority_writer, nearhome_provider_reader, nearhome_provider_writer
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy the_region_knows_people on access.person for select to nearhome_region_reader, nearhome_region_writer
  using (current_setting('app.kind', true) = 'region');
grant select on access.person to nearhome_authority_reader, nearhome_authority_writer, nearhome_provider_reader,
  nearhome_provider_writer, nearhome_region_reader, nearhome_region_writer;
create policy the_region_adds_people on access.person for insert to nearhome_region_writer
  with check (current_setting('app.kind', true) = 'region');
create policy the_region_ends_access on access.person for update to nearhome_region_writer
  using (current_setting('app.kind', true) = 'region') with check (current_setting('app.kind', true) = 'region');
grant insert, update (until_on) on access.person to nearhome_region_writer;
create policy the_region_knows_roles on access.role_held for select to nearhome_region_reader, nearhome_region_writer
  using (current_setting('app.kind', true) = 'region');
create policy the_region_gives_roles on access.role_held for insert to nearhome_region_writer
  with check (current_setting('app.kind', true) = 'region');
create policy the_region_ends_roles on access.role_held for update to nearhome_region_writer
  using (current_setting('app.kind', true) = 'region') with check (current_setting('app.kind', true) = 'region');
grant select on access.role_held to nearhome_region_reader, nearhome_region_writer;
grant insert, update (until_on) on access.role_held to nearhome_region_writer;

-- The co-operative draws up agreements; each party signs for itself.
create policy the_region_draws_up_agreements on access.agreement for insert to nearhome_region_writer
  with check (current_setting('app.kind', true) = 'region');
create policy the_region_ends_agreements on access.agreement for update to nearhome_region_writer
  using (current_setting('app.kind', true) = 'region') with check (current_setting('app.kind', true) = 'region');
grant insert, update (until_on) on access.agreement to nearhome_region_writer;
create policy the_region_names_parties on access.agreement_party for insert to nearhome_region_writer
  with check (current_setting('app.kind', true) = 'region' and signed_on is null);
grant insert on access.agreement_party to nearhome_region_writer;
create policy a_party_signs_for_itself on access.agreement_party for update
  to nearhome_authority_writer, nearhome_region_writer, nearhome_provider_writer
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant update (signed_on, signed_by) on access.agreement_party
  to nearhome_authority_writer, nearhome_region_writer, nearhome_provider_writer;

-- Each organisation may read its own chain.
create policy an_organisation_reads_its_own_chain on access.audit for select
  to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader, nearhome_region_writer,
     nearhome_provider_reader, nearhome_provider_writer
  using (chain_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select on access.audit to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;
create policy an_organisation_reads_its_own_head on access.audit_head for select
  to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader, nearhome_region_writer,
     nearhome_provider_reader, nearhome_provider_writer
  using (chain_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select on access.audit_head to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;

-- The owner, who migrates and seeds, is not exempt from forced row-level security: these let its function and its
-- seeding work. The platform never takes this role.
do $$
declare
  name text;
begin
  foreach name in array array['organisation', 'membership', 'person', 'role_held', 'agreement', 'agreement_party',
                              'audit', 'audit_head', 'session', 'sign_in', 'demonstration'] loop
    execute format('create policy the_owner_keeps_the_house on access.%I to current_user using (true) with check (true)',
      name);
  end loop;
end $$;
