-- Restatements of published months (domain.md 1.8, DESIGN L6): a month of a published roster that is read otherwise now has been restated, and the
-- last restatement says what is known now. Published is what the run's roster says: that is recomputed at its own cut.

CREATE TABLE published_month AS
SELECT key, json_extract_string(body, '$.member') AS member, json_extract_string(body, '$.contract') AS contract,
  json_extract_string(body, '$.month') AS month, json_extract_string(body, '$.tin') AS tin, json_extract_string(body, '$.npi') AS npi
FROM found WHERE topic = 'attribution.roster.v1' AND json_extract_string(body, '$.tin') IS NOT NULL
  -- ids that were merged, and what a merge made of a month, are told by the surviving id
  AND json_extract_string(body, '$.member') NOT IN (SELECT member FROM identity_root UNION SELECT root FROM identity_root);

CREATE TABLE expect_restatement AS
SELECT p.key, p.member, p.contract, p.month, d.tin AS "toTin", d.npi AS "toNpi"
FROM published_month p
LEFT JOIN (
  SELECT member, contract, month_text(month) AS month, tin, npi FROM attributed) d ON d.member = p.member AND d.contract = p.contract AND d.month = p.month
WHERE d.tin IS DISTINCT FROM p.tin OR d.npi IS DISTINCT FROM p.npi;

-- Of the found ones the last of each published month, unless it leads back to what was published.
DELETE FROM found WHERE topic = 'attribution.restatement.v1' AND rowid NOT IN (
  SELECT f.last_row FROM (SELECT key, max(rowid) AS last_row FROM found WHERE topic = 'attribution.restatement.v1' GROUP BY key) f
  JOIN published_month p ON p.key = f.key
  JOIN found l ON l.rowid = f.last_row
  WHERE json_extract_string(l.body, '$.toTin') IS DISTINCT FROM p.tin OR json_extract_string(l.body, '$.toNpi') IS DISTINCT FROM p.npi);
