-- What the figures are counted from: each child looked after now, with nothing that names anybody. A view for higher
-- modules, under the asker's own policies and grants.

-- A child has had three or more placements in a year when the placements of that year, with the one they were in as it
-- began, are three or more; a temporary absence (T0 to T4) is not a placement, nor is a change of legal status (L) or
-- a change within the same home (T, U). DfE, stability measures for children looked after.
create view children.looked_after with (security_invoker = true) as
  select episode.authority_id, episode.child_id, episode.place_code, episode.provider_code, episode.legal_status,
    episode.distance_miles, episode.in_area, episode.weekly_fee_pence, episode.started_on,
    child.born_month, child.sex, child.seeks_asylum
  from children.episode
  join children.child on child.authority_id = episode.authority_id and child.id = episode.child_id
  where episode.ended_on is null
    and episode.started_on <= nullif(current_setting('app.today', true), '')::date
    and episode.legal_status not in ('V3', 'V4');
grant select on children.looked_after to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer;

-- Each start of a placement, for counting moves.
create view children.placement_start with (security_invoker = true) as
  select authority_id, child_id, started_on
  from children.episode
  where reason_new in ('S', 'P', 'B') and place_code not in ('T0', 'T1', 'T2', 'T3', 'T4');
grant select on children.placement_start to nearhome_authority_reader, nearhome_authority_writer,
  nearhome_region_reader, nearhome_region_writer;

-- Who was looked after on which days, for counting the past.
create view children.day_in_care with (security_invoker = true) as
  select authority_id, child_id, started_on, ended_on, place_code, provider_code
  from children.episode
  where legal_status not in ('V3', 'V4');
grant select on children.day_in_care to nearhome_authority_reader, nearhome_authority_writer,
  nearhome_region_reader, nearhome_region_writer;

create index episode_starts on children.episode (authority_id, started_on, child_id) where reason_new in ('S', 'P', 'B');
