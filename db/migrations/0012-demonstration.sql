-- Inventing a region takes many transactions: until the last of them it is not complete, and may be begun again.

alter table access.demonstration add column complete boolean not null default false;
