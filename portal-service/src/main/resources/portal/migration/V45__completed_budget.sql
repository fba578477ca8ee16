-- Cost with the late claims that are expected, and of the year to its end, in cents; null where a contract does not ask
-- for it. Rows written before have none until their next budget.
ALTER TABLE budget ADD COLUMN completed bigint;
ALTER TABLE budget ADD COLUMN received numeric;
ALTER TABLE budget ADD COLUMN completed_low bigint;
ALTER TABLE budget ADD COLUMN completed_high bigint;
ALTER TABLE budget ADD COLUMN projected bigint;
ALTER TABLE budget ADD COLUMN projected_low bigint;
ALTER TABLE budget ADD COLUMN projected_high bigint;
