-- Conditions still to be coded (docs/risk.md "Three questions"): chronic, counted this year after the hierarchies, and neither they
-- nor severer ones coded yet for the next. Gain: of the coming year's raw score.

CREATE TABLE recapture_gap AS
SELECT r.contract, r.member, c.model, c.cc, w.raw_m - n.raw_m AS gain_m,
  (SELECT list_sort(list(DISTINCT m.icd10)) FROM risk_meaning m WHERE m.id = r.prospective_id AND m.model = c.model AND m.cc = c.cc) AS codes
FROM recapture_member r
JOIN recapture_candidate c ON c.emerging_id = r.emerging_id
JOIN risk_hcc p ON p.id = r.prospective_id AND p.model = c.model AND list_contains(p.hccs, c.cc)
JOIN risk_hcc h ON h.id = c.id AND h.model = c.model AND list_contains(h.hccs, c.cc)
JOIN risk_score w ON w.id = c.id AND w.model = c.model
JOIN risk_score n ON n.id = r.emerging_id AND n.model = c.model;

CREATE TABLE expect_recapture AS
SELECT r.member || '|' || r.contract AS key, r.member, r.contract, r.year, s.tin, s.npi,
  rate_of(k.prospective_m * 1000) AS prospective, rate_of(k.emerging_m * 1000) AS emerging
FROM recapture_member r
JOIN standing s ON s.contract = r.contract AND s.member = r.member AND s.month = r.month
JOIN month_risk k ON k.contract = r.contract AND k.member = r.member AND k.month = r.month
WHERE EXISTS (SELECT 1 FROM recapture_gap g WHERE g.contract = r.contract AND g.member = r.member);

CREATE TABLE expect_recapture_gaps AS
SELECT member || '|' || contract AS key, CAST(row_number() OVER (PARTITION BY contract, member ORDER BY model, gain_m DESC, cc) AS VARCHAR) AS item,
  model, cc AS hcc, CAST(to_json(codes) AS VARCHAR) AS "lastCodes", rate_of(gain_m * 1000) AS "rawGain"
FROM recapture_gap;
