-- A children's trust runs an authority's services: its people work in the authority's name, so they and the authority's
-- own people know each other.
drop policy colleagues_know_each_other on access.person;
create policy colleagues_know_each_other on access.person for select
  to nearhome_authority_reader, nearhome_authority_writer, nearhome_provider_reader, nearhome_provider_writer
  using (organisation_id in (
    select id from access.organisation
    where nullif(current_setting('app.organisation', true), '')::uuid in (id, acts_for)));
