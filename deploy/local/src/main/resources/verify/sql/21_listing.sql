-- Lists (domain.md 1.3 H, 1.4; docs/attribution.md). A current list follows the months: window and anchor day
-- roll. A fixed one is made before the year: claims end lag_months before it, and selections, links and
-- participants are those of its first day. A retrospective one follows the months with the last day as anchor
-- and is decided again over the year once that has ended; a hybrid one is fixed, then decided again.

CREATE TABLE month_list AS
SELECT m.*,
  CASE kind WHEN 'FIXED' THEN CAST(year_from - to_months(lag_months) AS DATE)
            WHEN 'FINAL' THEN year_until ELSE month_until END AS window_until,
  CASE kind WHEN 'FIXED' THEN year_from WHEN 'FINAL' THEN year_until - 1 WHEN 'FOLLOWING' THEN month_until - 1
            ELSE CASE anchor_term WHEN 'LAST_DAY' THEN month_until - 1 ELSE month END END AS anchor,
  -- the gate is asked month by month, whatever the list
  CASE kind WHEN 'FIXED' THEN month WHEN 'FINAL' THEN month_until - 1 WHEN 'FOLLOWING' THEN month_until - 1
            ELSE CASE anchor_term WHEN 'LAST_DAY' THEN month_until - 1 ELSE month END END AS gate_day
FROM (
  SELECT c.*, CASE
      WHEN list = 'CURRENT' THEN 'ROLLING'
      WHEN list = 'PROSPECTIVE' THEN 'FIXED'
      WHEN run.business_date >= year_until THEN 'FINAL'
      WHEN list = 'HYBRID' THEN 'FIXED'
      ELSE 'FOLLOWING' END AS kind
  FROM contract_month c, run) m;

-- A listing is one reading of claims and links; months that share it share the ranking. The Medicare Shared
-- Savings Program, the specialists of a fallback and an alignment year read 12 months; the program from 2025 and two
-- alignment years read 24.
CREATE TABLE listing AS
SELECT *, CASE WHEN mssp AND year < 2025 THEN year_window_from
  WHEN mssp OR list_contains(methods, 'REACH_WEIGHTED') THEN expanded_from ELSE window_from END AS emergency_from
FROM (
  SELECT row_number() OVER (ORDER BY contract, version, year, window_until, anchor) AS listing, *,
    CAST(window_until - to_months(window_months) AS DATE) AS window_from,
    CAST(window_until - INTERVAL 12 MONTH AS DATE) AS year_window_from,
    CAST(window_until - INTERVAL 24 MONTH AS DATE) AS expanded_from
  FROM (
  SELECT DISTINCT contract, version, payer, lob, aco, methods, mssp, window_months, tie_breaks, unknown_counts,
    care_management, follows, lead_days, year, year_from, year_until, kind, window_until, anchor
  FROM month_list));

CREATE TABLE listing_month AS
SELECT l.listing, l.window_from, l.year_window_from, l.expanded_from, m.*
FROM month_list m
JOIN listing l ON l.contract = m.contract AND l.version = m.version AND l.year = m.year AND l.kind = m.kind
  AND l.window_until = m.window_until AND l.anchor = m.anchor;
