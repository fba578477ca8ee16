-- Diagnosis codes that count for risk adjustment, by member and year of the claim's last day (domain.md 2.8; CMS's filtering logic).
-- Input: claim_final, raw_risk_service. ICD-10-CM from 2015-10-01 on; years before the first list of services take the first.
CREATE TABLE risk_service AS
SELECT hcpcs, CASE WHEN service_years LIKE '%+' THEN CAST(replace(service_years, '+', '') AS INTEGER) END AS open_from,
  CASE WHEN service_years LIKE '%+' THEN [] ELSE list_transform(string_split(service_years, ' '), lambda y: CAST(y AS INTEGER)) END AS years
FROM raw_risk_service;

CREATE TABLE risk_claim_line AS
SELECT l.payer, l.claimId, l.codes,
  s.hcpcs IS NOT NULL AND (greatest(2019, year(l.day)) >= s.open_from OR list_contains(s.years, greatest(2019, year(l.day)))) AS eligible
FROM (
  SELECT payer, claimId, l.hcpcs AS hcpcs, l."from" AS day, coalesce(l.diagnoses, []) AS codes
  FROM (SELECT payer, claimId, unnest(lines) AS l FROM claim_final WHERE status = 'PAID')
  WHERE NOT coalesce(l.denied, false)) l
LEFT JOIN risk_service s ON s.hcpcs = l.hcpcs;

CREATE TABLE risk_claim AS
SELECT c.surrogate AS member, c.payer, c.claimId, year(c.through) AS year, c.type = 'INSTITUTIONAL' AND c.typeOfBill[1:2] IN ('11', '41') AS inpatient,
  list_concat(coalesce(c.diagnoses, []), [c.principalDiagnosis]) AS codes
FROM claim_final c
WHERE c.status = 'PAID' AND c.through >= DATE '2015-10-01' AND (
  (c.type = 'INSTITUTIONAL' AND c.typeOfBill[1:2] IN ('11', '41'))
  OR ((c.type = 'PROFESSIONAL'
       OR (c.type = 'INSTITUTIONAL' AND c.typeOfBill[1:2] IN ('12', '13', '43', '71', '73', '76', '77', '85')))
    AND EXISTS (SELECT 1 FROM risk_claim_line l WHERE l.payer = c.payer AND l.claimId = c.claimId AND l.eligible)));

CREATE TABLE risk_code AS
SELECT DISTINCT member, year, icd10 FROM (
  SELECT member, year, unnest(codes) AS icd10 FROM risk_claim
  UNION ALL
  SELECT c.member, c.year, unnest(l.codes) FROM risk_claim c
  JOIN risk_claim_line l ON l.payer = c.payer AND l.claimId = c.claimId AND (c.inpatient OR l.eligible))
WHERE icd10 IS NOT NULL;
