-- Forecast of assignments (docs/attribution.md "forecast"): the months to come decided by the same rules over the same records,
-- inside the contract's performance years, up to its longest window and one month more. The first month with another
-- practice or clinician than the present one.

CREATE TABLE forecast_month AS
SELECT d.contract, d.member, d.month, CASE WHEN d.reason IS NULL THEN d.tin END AS tin, CASE WHEN d.reason IS NULL THEN d.npi END AS npi, d.reason,
  datediff('month', CAST(date_trunc('month', run.business_date) AS DATE), d.month) AS ahead
FROM decision d
JOIN contract_month m ON m.contract = d.contract AND m.month = d.month, run
WHERE d.month >= date_trunc('month', run.business_date)
  AND d.month <= CAST(date_trunc('month', run.business_date) AS DATE) + to_months(1 + greatest(m.window_months,
    CASE WHEN m.mssp OR list_contains(m.methods, 'REACH_WEIGHTED') THEN 24 ELSE 0 END));

CREATE TABLE forecast AS
SELECT n.contract, n.member, n.month, n.tin, n.npi, t.month AS changes_on, t.tin AS then_tin, t.npi AS then_npi, t.reason
FROM (SELECT * FROM forecast_month WHERE ahead = 0) n
LEFT JOIN (
  SELECT f.* FROM forecast_month f
  JOIN forecast_month p ON p.contract = f.contract AND p.member = f.member AND p.ahead = 0
  WHERE f.ahead > 0 AND (f.tin IS DISTINCT FROM p.tin OR f.npi IS DISTINCT FROM p.npi)
  QUALIFY row_number() OVER (PARTITION BY f.contract, f.member ORDER BY f.month) = 1) t
  ON t.contract = n.contract AND t.member = n.member;
