-- A provider may ask whether it sees the whole register, and never does. The policy says so, rather than its absence.
create policy a_provider_sees_only_its_own_part on provision.whole_register for select
  to nearhome_provider_reader, nearhome_provider_writer using (false);
