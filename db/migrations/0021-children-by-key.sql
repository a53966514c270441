-- A child is looked up by its whole key for every episode written. The planner has no statistics of a new table, and
-- then took any index that begins with the authority for as good as the key, and read all of the authority's children
-- for each: only the key begins so now. Lists of names are ordered by no index.

drop index children.children_by_name;
alter table children.child
  drop constraint child_authority_id_local_id_key,
  add constraint an_authority_uses_a_number_once unique (local_id, authority_id);
