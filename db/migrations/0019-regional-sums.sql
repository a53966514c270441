-- The region's figures, which the co-operative counts once a day and shares with its members: sums over all of them, and
-- no row of any one. What may be shown is decided before it is written (docs/decisions/0012); these are the backstop.

create schema measures;
grant usage on schema measures to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer;

create table measures.regional_sum (
  region_id              uuid primary key references access.organisation,
  counted_on             date not null,
  authorities            uuid[] not null, -- whose children were counted; everybody may know who shares
  looked_after           integer not null, -- to the nearest ten
  per_10000              numeric(6,1),
  over_20_percent        numeric(4,1), -- empty where too few authorities, or too few children, stand behind it
  out_of_area_percent    numeric(4,1),
  three_or_more_percent  numeric(4,1),
  unregistered_percent   numeric(4,1),
  constraint a_sum_is_over_four_authorities_or_more check (cardinality(authorities) >= 4),
  constraint a_sum_of_children_is_rounded check (looked_after % 10 = 0 and looked_after >= 0),
  constraint a_share_is_of_a_hundred check (
    0 <= all (array_remove(array[over_20_percent, out_of_area_percent, three_or_more_percent, unregistered_percent], null))
    and 100 >= all (array_remove(array[over_20_percent, out_of_area_percent, three_or_more_percent, unregistered_percent], null)))
);

alter table measures.regional_sum enable row level security;
alter table measures.regional_sum force row level security;
create policy the_owner_keeps_the_house on measures.regional_sum to current_user using (true) with check (true);

-- Who shares where its children are placed with which region today. Only agreements are asked, which all who take part
-- may know.
create view measures.sharing_today with (security_invoker = true) as
  select region.organisation_id as region_id, theirs.organisation_id as authority_id
  from access.agreement
  join access.agreement_party region on region.agreement_id = agreement.id
  join access.agreement_party theirs on theirs.agreement_id = agreement.id
  join access.membership on membership.authority_id = theirs.organisation_id
    and membership.region_id = region.organisation_id
  where region.signed_on <= (select nullif(current_setting('app.today', true), '')::date)
    and theirs.signed_on <= (select nullif(current_setting('app.today', true), '')::date)
    and agreement.from_on <= (select nullif(current_setting('app.today', true), '')::date)
    and agreement.until_on > (select nullif(current_setting('app.today', true), '')::date)
    and membership.from_on <= (select nullif(current_setting('app.today', true), '')::date)
    and (membership.until_on is null
      or membership.until_on > (select nullif(current_setting('app.today', true), '')::date))
  group by region.organisation_id, theirs.organisation_id
  having bool_or('basic' = any (agreement.fields)) and bool_or('placement' = any (agreement.fields));
grant select on measures.sharing_today to nearhome_authority_reader, nearhome_authority_writer,
  nearhome_region_reader, nearhome_region_writer;

-- A member reads the sums that its own children are part of, and only while each authority counted still shares.
create policy members_see_sums_of_those_who_share on measures.regional_sum for select
  to nearhome_authority_reader, nearhome_authority_writer
  using ((select nullif(current_setting('app.authority', true), '')::uuid) = any (authorities)
    and authorities <@ array(select sharing_today.authority_id from measures.sharing_today
      where sharing_today.region_id = regional_sum.region_id));
create policy the_region_sees_its_sums on measures.regional_sum for select
  to nearhome_region_reader, nearhome_region_writer
  using (region_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    and current_setting('app.kind', true) = 'region');
create policy the_region_counts_its_sums on measures.regional_sum for insert to nearhome_region_writer
  with check (region_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    and current_setting('app.kind', true) = 'region');
create policy the_region_counts_its_sums_again on measures.regional_sum for update to nearhome_region_writer
  using (region_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    and current_setting('app.kind', true) = 'region')
  with check (region_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    and current_setting('app.kind', true) = 'region');
create policy the_region_takes_its_sums_back on measures.regional_sum for delete to nearhome_region_writer
  using (region_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    and current_setting('app.kind', true) = 'region');
grant select on measures.regional_sum to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer;
grant insert, update, delete on measures.regional_sum to nearhome_region_writer;
