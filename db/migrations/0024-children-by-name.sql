-- The list of an authority's children is first read by name: its first page is read in this order, not sorted from all.
-- Whoever looks a child up by its key does not say that its number is not empty, so this index is not taken for the key.
alter table children.child add constraint a_number_is_not_empty check (local_id > '');
create index children_by_name on children.child (authority_id, lower(family_name), lower(given_name), local_id)
  where local_id > '';
