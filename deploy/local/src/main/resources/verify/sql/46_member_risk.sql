-- Risk of member months and its mean (domain.md 2.8, docs/risk.md): the diagnoses of the year before; the emerging score those
-- of the month's own year, scored for the next. Persons whom the payer does not state have no score.

CREATE TABLE risk_month AS
SELECT m.*, k.kind, year(m.month) + CASE k.kind WHEN 'EMERGING' THEN 1 ELSE 0 END AS payment_year,
  concat_ws('|', m.member, year(m.month), k.kind, original_reason, medicaid, institution, coalesce(new_enrollee, ''), payer) AS id
FROM month_traits m, (SELECT unnest(['PROSPECTIVE', 'EMERGING']) AS kind) k
WHERE m.cost.risk.model IN ('CMS_HCC', 'CMS_HCC_CODING_ADJUSTED') AND m.birth IS NOT NULL;

CREATE TABLE risk_person AS
SELECT DISTINCT id, member, payment_year, birth AS dob, CASE sex WHEN 'FEMALE' THEN '2' ELSE '1' END AS sex, original_reason AS orec,
  medicaid, institution,
  CASE new_enrollee WHEN 'NEW' THEN 'NEW' WHEN 'CHRONIC_CONDITION_PLAN' THEN 'NEW_IN_CHRONIC_CONDITION_PLAN' ELSE 'CONTINUING' END AS enrollment
FROM risk_month;

CREATE TABLE risk_diagnosis AS
SELECT p.id, c.icd10 FROM risk_person p JOIN risk_code c ON c.member = p.member AND c.year = p.payment_year - 1;
