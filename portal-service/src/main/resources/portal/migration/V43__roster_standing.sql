-- How a member stands on a roster, for its export (LAN report 2).
ALTER TABLE roster ADD COLUMN step integer;
ALTER TABLE roster ADD COLUMN since date;
ALTER TABLE roster ADD COLUMN months_this_year integer;
ALTER TABLE roster ADD COLUMN last_visit date;
