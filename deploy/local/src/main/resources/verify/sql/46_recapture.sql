-- What a chronic condition of the year would add if it were coded again (domain.md 2.8 "recapture gaps", docs/risk.md). For each
-- condition of last year's codes that this year's do not name: the emerging person once more, with the condition.

CREATE TABLE recapture_member AS
SELECT p.contract, p.member, p.month, year(p.month) AS year, p.id AS prospective_id, e.id AS emerging_id
FROM risk_month p
JOIN risk_month e ON e.contract = p.contract AND e.member = p.member AND e.month = p.month AND e.kind = 'EMERGING', run
WHERE p.kind = 'PROSPECTIVE' AND p.cost.risk.recapture AND p.month = CAST(date_trunc('month', run.business_date) AS DATE);

CREATE TABLE recapture_candidate AS
SELECT DISTINCT r.emerging_id, c.model, c.cc, r.emerging_id || '|' || c.model || '|' || c.cc AS id
FROM recapture_member r
JOIN risk_cc c ON c.id = r.prospective_id
JOIN raw_chronic h ON h.model = c.model AND h.hcc = CAST(c.cc AS VARCHAR)
JOIN risk_demographic d ON d.id = r.emerging_id AND d.model = c.model
WHERE NOT EXISTS (SELECT 1 FROM risk_cc e WHERE e.id = r.emerging_id AND e.model = c.model AND e.cc = c.cc);

INSERT INTO risk_cc
SELECT c.id, c.model, e.cc FROM recapture_candidate c JOIN risk_cc e ON e.id = c.emerging_id AND e.model = c.model
UNION ALL SELECT id, model, cc FROM recapture_candidate;

INSERT INTO risk_demographic
SELECT d.* REPLACE (c.id AS id) FROM recapture_candidate c JOIN risk_demographic d ON d.id = c.emerging_id AND d.model = c.model;
