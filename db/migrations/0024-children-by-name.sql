-- The list of an authority's children is first read by name: its first page is read in this order, not sorted from all.
create index children_by_name on children.child (authority_id, lower(family_name), lower(given_name), local_id);
