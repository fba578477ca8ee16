-- CMS-HCC risk scores, after the main macros V2419P1M and V2823T2M and AGESEXV2. Scores are thousandths.
-- Input: risk_person (id, payment_year, dob, sex 1 male 2 female, orec, medicaid NONE PARTIAL FULL, institution, enrollment),
-- risk_diagnosis (id, icd10), the diagnoses of the year before.

-- Step 3.4. INTCK counts first days of months passed; a year before the first announcement takes the first, later ones the last.
-- V2823T2M does not repeat V2419P1M's line for age 64 with OREC 0, who would then have no age cell: read as there.
CREATE TABLE risk_demographic AS
SELECT d.*, agef < 65 AND orec <> '0' AS disabl, orec = '1' AND NOT (agef < 65 AND orec <> '0') AS origds,
  agef >= 65 AND orec = '1' AS ne_origds, medicaid <> 'NONE' AS mcaid,
  CASE WHEN enrollment = 'NEW' THEN 'NE' WHEN enrollment = 'NEW_IN_CHRONIC_CONDITION_PLAN' THEN 'SNPNE'
       WHEN institution THEN 'INS'
       ELSE 'C' || CASE medicaid WHEN 'NONE' THEN 'N' WHEN 'FULL' THEN 'F' ELSE 'P' END
         || CASE WHEN agef < 65 THEN 'D' ELSE 'A' END END AS prefix
FROM (
  SELECT p.*, y.model, y.weight_pct, y.normalization_m, y.coding_bp,
    CASE WHEN p.years = 64 AND p.orec = '0' THEN 65 WHEN p.years < 0 THEN 0 ELSE p.years END AS agef,
    CASE y.model WHEN 'V24' THEN greatest(2019, least(2026, p.payment_year))
      ELSE greatest(2024, least(2026, p.payment_year)) END AS list_year
  FROM (
    SELECT *, floor_div((payment_year - year(dob)) * 12 + 2 - month(dob) - CASE WHEN 1 < dayofmonth(dob) THEN 1 ELSE 0 END, 12) AS years
    FROM risk_person) p
  JOIN risk_year y ON y.payment_year = greatest(2020, least(2027, p.payment_year))) d;

-- Step 3.5. An edit that applies replaces the format.
CREATE TABLE risk_meaning AS
WITH edited AS (
  SELECT d.id, d.model, d.list_year, x.icd10, min(e.cc) AS cc
  FROM risk_demographic d
  JOIN (SELECT DISTINCT id, icd10 FROM risk_diagnosis) x ON x.id = d.id
  LEFT JOIN risk_edit e ON e.model = d.model AND e.icd10 = x.icd10 AND CASE e.condition
    WHEN '&SEX="2"' THEN d.sex = '2' WHEN '&AGE < 18' THEN d.agef < 18 WHEN '&AGE < 50' THEN d.agef < 50
    WHEN '&AGE >= 2' THEN d.agef >= 2 WHEN '(&AGE < 6 OR &AGE > 18)' THEN d.agef < 6 OR d.agef > 18
    ELSE error('an edit has an unknown condition: ' || e.condition) END
  GROUP BY ALL)
SELECT id, model, icd10, CAST(cc AS INTEGER) AS cc FROM edited WHERE cc IS NOT NULL AND cc <> '-1.0'
UNION ALL
SELECT e.id, e.model, e.icd10, m.hcc FROM edited e
JOIN risk_map m ON m.model = e.model AND m.payment_year = e.list_year AND m.icd10 = e.icd10
WHERE e.cc IS NULL;

CREATE TABLE risk_cc AS SELECT DISTINCT id, model, cc FROM risk_meaning;
