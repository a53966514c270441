-- The full postcode directory, where somebody has loaded it. Public figures: no person, price or contract is here.

create schema reference;
grant usage on schema reference to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;

create table reference.postcode (
  postcode       text primary key, -- with its one space: RG1 4AB
  easting        integer not null, -- metres on the national grid
  northing       integer not null,
  authority_code text              -- of the upper-tier authority; null outside England
);
grant select on reference.postcode to nearhome_authority_reader, nearhome_authority_writer, nearhome_region_reader,
  nearhome_region_writer, nearhome_provider_reader, nearhome_provider_writer;
