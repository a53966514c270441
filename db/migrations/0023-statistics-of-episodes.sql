-- A child's episodes are few, and all of one authority. The planner, multiplying the shares of both, thought to find one,
-- for which the index of the exclusion constraint (a_child_is_in_one_episode_at_a_time) seems as good as the key: it is
-- ten times slower, and its rows must be sorted.
create statistics children.episodes_of_a_child (dependencies, ndistinct) on authority_id, child_id from children.episode;
