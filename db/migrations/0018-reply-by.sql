-- By when a home is asked to answer: a day, and the hour of that day in London. Empty for what was sent before anybody
-- was asked to say.

alter table referrals.approach add column reply_on date;
alter table referrals.approach add column reply_hour integer;
alter table referrals.approach add constraint a_reply_is_due_on_a_day_and_at_an_hour
  check ((reply_on is null) = (reply_hour is null) and reply_hour between 0 and 23);
create index approaches_to_chase on referrals.approach (authority_id, reply_on) where state = 'sent';
