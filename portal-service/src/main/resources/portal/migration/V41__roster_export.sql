-- The risk score of a member month, for the export of rosters.
ALTER TABLE member_month ADD COLUMN risk numeric(18, 6);
