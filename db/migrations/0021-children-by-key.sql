-- A child is looked up by its key for each row written about it. Without statistics, as at the beginning of every
-- database and always where nothing gathers them, the planner took any index that begins with the authority for as
-- good as the key, kept to that, and read all of the authority's children for each row. Now only the key begins so.

drop index children.children_by_name; -- which no list was ordered by
alter table children.child
  drop constraint child_authority_id_local_id_key,
  add constraint an_authority_uses_a_number_once unique (local_id, authority_id);
alter table workbench.child
  drop constraint child_authority_id_local_id_key,
  add constraint an_authority_uses_a_number_once unique (local_id, authority_id);
