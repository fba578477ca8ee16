-- CMS-HCC risk scores, after 45_condition: hierarchies, interactions, sums. Scores are thousandths.

-- Step 3.6. Heart interaction patch, then the hierarchy steps one after another on the list of HCCs still at 1.
CREATE TABLE risk_hcc AS
WITH RECURSIVE walk AS (
  SELECT id, model, 0 AS step,
    CASE WHEN model = 'V28' AND NOT list_has_any(list(cc), [221, 222, 224, 225, 226])
         THEN list_filter(list(cc), lambda c: c <> 223) ELSE list(cc) END AS hccs
  FROM risk_cc GROUP BY id, model
  UNION ALL
  SELECT w.id, w.model, s.step,
    CASE WHEN list_contains(w.hccs, s.cc) THEN list_filter(w.hccs, lambda h: NOT list_contains(s.hier, h)) ELSE w.hccs END
  FROM walk w JOIN risk_step s ON s.model = w.model AND s.step = w.step + 1)
SELECT w.id, w.model, w.hccs FROM walk w
JOIN (SELECT model, max(step) AS last FROM risk_step GROUP BY model) l ON l.model = w.model AND l.last = w.step;

-- Diagnostic categories of step 3.6.
CREATE TABLE risk_category AS
SELECT d.id, d.model, d.prefix, d.disabl, coalesce(h.hccs, []) AS hccs,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [8, 9, 10, 11, 12] ELSE [17, 18, 19, 20, 21, 22, 23] END) AS cancer,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [17, 18, 19] ELSE [35, 36, 37, 38] END) AS diabetes,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [82, 83, 84] ELSE [211, 212, 213] END) AS card_resp_fail,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [85] ELSE [221, 222, 223, 224, 225, 226] END) AS hf,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [110, 111, 112] ELSE [276, 277, 278, 279, 280] END) AS lung,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [134, 135, 136, 137, 138] ELSE [326, 327, 328, 329] END) AS kidney,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [54, 55, 56] ELSE [135, 136, 137, 138, 139] END) AS sud,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [57, 58, 59, 60] ELSE [151, 152, 153, 154, 155] END) AS psych,
  list_has_any(h.hccs, [180, 181, 182, 190, 191, 192, 195, 196, 198, 199]) AS neuro,
  list_has_any(h.hccs, CASE d.model WHEN 'V24' THEN [157, 158, 159] ELSE [379, 380, 381, 382] END) AS ulcer,
  list_contains(h.hccs, CASE d.model WHEN 'V24' THEN 96 ELSE 238 END) AS arrhythmia
FROM risk_demographic d LEFT JOIN risk_hcc h ON h.id = d.id AND h.model = d.model;

-- Variables at 1, by the names of the coefficient file.
CREATE TABLE risk_variable AS
WITH cell AS (
  SELECT id, model, prefix, origds, ne_origds, mcaid, CASE sex WHEN '2' THEN 'F' ELSE 'M' END AS s,
    CASE WHEN agef <= 34 THEN '0_34' WHEN agef <= 44 THEN '35_44' WHEN agef <= 54 THEN '45_54' WHEN agef <= 59 THEN '55_59'
         WHEN agef <= 64 THEN '60_64' WHEN agef <= 69 THEN '65_69' WHEN agef <= 74 THEN '70_74' WHEN agef <= 79 THEN '75_79'
         WHEN agef <= 84 THEN '80_84' WHEN agef <= 89 THEN '85_89' WHEN agef <= 94 THEN '90_94' ELSE '95_GT' END AS band,
    CASE WHEN agef BETWEEN 65 AND 69 THEN CAST(agef AS VARCHAR) END AS single
  FROM risk_demographic)
SELECT id, model, prefix || '_' || s || band AS name FROM cell WHERE prefix NOT IN ('NE', 'SNPNE')
UNION ALL
SELECT id, model, prefix || '_' || CASE WHEN mcaid THEN 'MCAID_' ELSE 'NMCAID_' END
    || CASE WHEN ne_origds THEN 'ORIGDIS_NE' ELSE 'NORIGDIS_NE' END || s || coalesce(single, band)
FROM cell WHERE prefix IN ('NE', 'SNPNE')
UNION ALL
SELECT id, model, prefix || CASE s WHEN 'F' THEN '_OriginallyDisabled_Female' ELSE '_OriginallyDisabled_Male' END
FROM cell WHERE origds AND prefix IN ('CNA', 'CFA', 'CPA')
UNION ALL
SELECT id, model, 'INS_LTIMCAID' FROM cell WHERE mcaid AND prefix = 'INS'
UNION ALL
SELECT id, model, 'INS_ORIGDS' FROM cell WHERE origds AND prefix = 'INS'
UNION ALL
SELECT id, model, prefix || '_HCC' || unnest(hccs) FROM risk_category WHERE prefix NOT IN ('NE', 'SNPNE')
UNION ALL
SELECT id, model, prefix || CASE WHEN len(hccs) >= 10 THEN '_D10P' ELSE '_D' || len(hccs) END
FROM risk_category WHERE prefix NOT IN ('NE', 'SNPNE') AND len(hccs) > 0
UNION ALL
SELECT id, model, prefix || '_' || name FROM (
  SELECT id, model, prefix, unnest(list_filter([
    -- V28: INTERRACC_VARSA, INTERRACC_VARSD, INTERRACI_VARS
    CASE WHEN model = 'V28' AND diabetes AND hf THEN 'DIABETES_HF' END,
    CASE WHEN model = 'V28' AND hf AND lung THEN 'HF_CHR_LUNG' END,
    CASE WHEN model = 'V28' AND hf AND kidney THEN 'HF_KIDNEY' END,
    CASE WHEN model = 'V28' AND lung AND card_resp_fail THEN 'CHR_LUNG_CARD_RESP_FAIL' END,
    CASE WHEN model = 'V28' AND hf AND arrhythmia AND prefix <> 'INS' THEN 'HF_HCC238' END,
    CASE WHEN model = 'V28' AND sud AND psych AND prefix IN ('CND', 'CFD', 'CPD') THEN 'gSubUseDisorder_gPsych' END,
    CASE WHEN model = 'V28' AND disabl AND cancer AND prefix = 'INS' THEN 'DISABLED_CANCER' END,
    CASE WHEN model = 'V28' AND disabl AND neuro AND prefix = 'INS' THEN 'DISABLED_NEURO' END,
    CASE WHEN model = 'V28' AND disabl AND hf AND prefix = 'INS' THEN 'DISABLED_HF' END,
    CASE WHEN model = 'V28' AND disabl AND lung AND prefix = 'INS' THEN 'DISABLED_CHR_LUNG' END,
    CASE WHEN model = 'V28' AND disabl AND ulcer AND prefix = 'INS' THEN 'DISABLED_ULCER' END,
    -- V24: the community lists
    CASE WHEN model = 'V24' AND list_contains(hccs, 47) AND cancer THEN 'HCC47_gCancer' END,
    CASE WHEN model = 'V24' AND diabetes AND hf THEN 'DIABETES_CHF' END,
    CASE WHEN model = 'V24' AND hf AND lung THEN 'CHF_gCopdCF' END,
    CASE WHEN model = 'V24' AND hf AND kidney THEN 'HCC85_gRenal_V24' END,
    CASE WHEN model = 'V24' AND lung AND card_resp_fail THEN 'gCopdCF_CARD_RESP_FAIL' END,
    CASE WHEN model = 'V24' AND hf AND arrhythmia THEN 'HCC85_HCC96' END,
    CASE WHEN model = 'V24' AND sud AND psych THEN 'gSubstanceUseDisorder_gPsych' END,
    -- V24: the institutional list; names outside a segment's list have no factor there
    CASE WHEN model = 'V24' AND disabl AND hf THEN 'DISABLED_HCC85' END,
    CASE WHEN model = 'V24' AND disabl AND ulcer THEN 'DISABLED_PRESSURE_ULCER' END,
    CASE WHEN model = 'V24' AND disabl AND list_contains(hccs, 161) THEN 'DISABLED_HCC161' END,
    CASE WHEN model = 'V24' AND disabl AND list_contains(hccs, 39) THEN 'DISABLED_HCC39' END,
    CASE WHEN model = 'V24' AND disabl AND list_contains(hccs, 77) THEN 'DISABLED_HCC77' END,
    CASE WHEN model = 'V24' AND disabl AND list_contains(hccs, 6) THEN 'DISABLED_HCC6' END,
    CASE WHEN model = 'V24' AND list_contains(hccs, 2) AND ulcer THEN 'SEPSIS_PRESSURE_ULCER' END,
    CASE WHEN model = 'V24' AND list_contains(hccs, 2) AND list_contains(hccs, 188) THEN 'SEPSIS_ARTIF_OPENINGS' END,
    CASE WHEN model = 'V24' AND list_contains(hccs, 188) AND ulcer THEN 'ART_OPENINGS_PRESS_ULCER' END,
    CASE WHEN model = 'V24' AND lung AND list_contains(hccs, 114) THEN 'gCopdCF_ASP_SPEC_B_PNEUM' END,
    CASE WHEN model = 'V24' AND list_contains(hccs, 114) AND ulcer THEN 'ASP_SPEC_B_PNEUM_PRES_ULC' END,
    CASE WHEN model = 'V24' AND list_contains(hccs, 2) AND list_contains(hccs, 114) THEN 'SEPSIS_ASP_SPEC_BACT_PNEUM' END,
    CASE WHEN model = 'V24' AND list_contains(hccs, 57) AND lung THEN 'SCHIZOPHRENIA_gCopdCF' END,
    CASE WHEN model = 'V24' AND list_contains(hccs, 57) AND hf THEN 'SCHIZOPHRENIA_CHF' END,
    CASE WHEN model = 'V24' AND list_contains(hccs, 57) AND list_contains(hccs, 79) THEN 'SCHIZOPHRENIA_SEIZURES' END
  ], lambda n: n IS NOT NULL)) AS name
  FROM risk_category WHERE prefix NOT IN ('NE', 'SNPNE'));

-- SCOREVAR multiplies and adds; then normalization and coding adjustment, rounded after each.
CREATE TABLE risk_score AS
SELECT s.id, s.payment_year, s.model, s.prefix AS segment, s.weight_pct, s.raw_m, s.normalized_m,
  CAST(half_up(s.normalized_m * (10000 - s.coding_bp), 10000) AS BIGINT) AS adjusted_m
FROM (
  SELECT d.id, d.payment_year, d.model, d.prefix, d.weight_pct, d.coding_bp, CAST(sum(coalesce(f.factor_m, 0)) AS BIGINT) AS raw_m,
    CAST(half_up(sum(coalesce(f.factor_m, 0)) * 1000, d.normalization_m) AS BIGINT) AS normalized_m
  FROM risk_demographic d
  JOIN risk_variable v ON v.id = d.id AND v.model = d.model
  LEFT JOIN risk_factor f ON f.model = v.model AND f.name = v.name
  GROUP BY d.id, d.payment_year, d.model, d.prefix, d.weight_pct, d.coding_bp, d.normalization_m) s;

CREATE TABLE risk_blend AS
SELECT id, payment_year, CAST(half_up(sum(weight_pct * normalized_m), 100) AS BIGINT) AS normalized_m,
  CAST(half_up(sum(weight_pct * adjusted_m), 100) AS BIGINT) AS adjusted_m
FROM risk_score GROUP BY id, payment_year;
