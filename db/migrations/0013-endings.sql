-- An agreement may be ended before it begins, and a role on the day it was given: then it was never in force.
alter table access.agreement drop constraint an_agreement_ends_after_it_starts;
alter table access.agreement add constraint an_agreement_does_not_end_before_it_starts check (until_on >= from_on);
alter table access.role_held drop constraint a_role_ends_after_it_starts;
alter table access.role_held add constraint a_role_does_not_end_before_it_starts
  check (until_on is null or until_on >= from_on);
