-- What the figures are counted from: each child looked after now, with nothing that names anybody. Views for higher
-- modules, under the asker's own policies and grants, of columns that the region is granted too: whoever asks, the
-- same child is counted alike. Agreed series of short breaks (V3, V4) are in no figure: DfE, children looked after.

create view children.looked_after with (security_invoker = true) as
  select episode.authority_id, episode.child_id, episode.place_code, episode.provider_code, episode.legal_status,
    episode.distance_miles, episode.in_area, episode.weekly_fee_pence, episode.started_on,
    child.born_month, child.sex, child.seeks_asylum
  from children.episode
  join children.child on child.authority_id = episode.authority_id and child.id = episode.child_id
  where episode.ended_on is null
    and episode.started_on <= nullif(current_setting('app.today', true), '')::date
    and episode.legal_status not in ('V3', 'V4');

-- Each start of a placement with new carers. A change of legal status (L) or within the same home (T, U) is none; nor
-- is a temporary absence (T0 to T4), nor coming back from one, which the return codes P (SSDA903 rule 383).
create view children.placement_start with (security_invoker = true) as
  select episode.authority_id, episode.child_id, episode.started_on
  from children.episode
  where episode.reason_new in ('S', 'P', 'B')
    and episode.place_code not in ('T0', 'T1', 'T2', 'T3', 'T4')
    and episode.legal_status not in ('V3', 'V4')
    and not exists (
      select from children.episode away
      where away.authority_id = episode.authority_id and away.child_id = episode.child_id
        and away.ended_on = episode.started_on and away.place_code in ('T0', 'T1', 'T2', 'T3', 'T4'));

-- Who was looked after on which days, for counting the past.
create view children.day_in_care with (security_invoker = true) as
  select authority_id, child_id, started_on, ended_on
  from children.episode
  where legal_status not in ('V3', 'V4');

do $$
declare
  name text;
begin
  foreach name in array array['looked_after', 'placement_start', 'day_in_care'] loop
    execute format('grant select on children.%I to nearhome_authority_reader, nearhome_authority_writer,
      nearhome_region_reader, nearhome_region_writer', name);
  end loop;
end $$;

create index episode_starts on children.episode (authority_id, started_on, child_id) where reason_new in ('S', 'P', 'B');
