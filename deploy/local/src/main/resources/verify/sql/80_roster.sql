-- The roster of the cut's month: who is attributed on what was known before the cut (domain.md 1.7; DESIGN 4).

CREATE TABLE expect_roster AS
SELECT member || '|' || contract || '|' || month_text(month) AS key, tin, npi, method
FROM attributed
WHERE month = CAST(date_trunc('month', (SELECT business_date FROM run)) AS DATE);
