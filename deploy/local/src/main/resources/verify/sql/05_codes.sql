-- Code lists, typed. Sources: primary-care services 42 CFR 425.400(c) by performance year; specialties
-- 42 CFR 425.20 and 425.402(c); taxonomies domain.md 1.1.

CREATE TABLE code_primary_care AS
SELECT hcpcs, CAST(first_performance_year AS INTEGER) AS first_performance_year,
  category = 'chronic care management' AS care_management,
  -- telephone visits count by the window's months of the emergency alone; some others count earlier by them
  condition LIKE '%PHE%' IS TRUE AS emergency_only,
  source LIKE '%also earlier%' AS early_in_emergency
FROM raw_primary_care;

CREATE TABLE code_specialty AS SELECT cms_specialty_code, bucket FROM raw_specialty;

CREATE TABLE code_taxonomy AS SELECT taxonomy, CASE bucket WHEN 'FQHC' THEN 'PCP' WHEN 'RHC' THEN 'PCP' ELSE bucket END AS bucket
FROM raw_taxonomy;

-- Residence codes outside the United States and its territories (42 CFR 425.401(a)(5)).
CREATE TABLE code_foreign_residence AS SELECT state FROM raw_foreign_residence;
