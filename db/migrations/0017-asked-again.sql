-- A home that declined, or was told that it is not needed after all, may be asked about the child again: a new approach
-- with its own reference, the earlier one kept. While one may still be answered or decided there is no second.

alter table referrals.approach drop constraint approach_authority_id_referral_id_home_id_key;
create index approaches_by_referral on referrals.approach (authority_id, referral_id, home_id);
create unique index a_home_is_asked_once_at_a_time on referrals.approach (authority_id, referral_id, home_id)
  where state in ('sent', 'interested', 'shared', 'offered', 'accepted');
