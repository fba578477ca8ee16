-- What the region costs a member month of the contract's own ages, sexes and risks (docs/budget.md "The comparison group"). Dollars with
-- fifteen digits after the point.

-- Member months of both sides that stand in a cell: of months that have ended, of persons whom the payer states.
CREATE TABLE comparison_side AS
WITH side AS (
  SELECT contract, month, member, months_m, true AS compared, CAST(0 AS BIGINT) AS counted_c FROM comparison_standing
  UNION ALL SELECT contract, month, member, months_m, false, 0 FROM standing
  UNION ALL SELECT contract, month, member, 0, true, counted_c FROM counted_cell WHERE compared),
month AS (
  SELECT contract, month, member, compared, CAST(sum(months_m) AS BIGINT) AS months_m, CAST(sum(counted_c) AS BIGINT) AS counted_c
  FROM side JOIN (SELECT contract, month FROM comparison_month WHERE ended) USING (contract, month) GROUP BY ALL)
SELECT s.contract, m.year, s.compared, CASE p.sex WHEN 'FEMALE' THEN 'FEMALE' ELSE 'OTHER' END AS sex,
  len(list_filter(m.bands, lambda b: b <= age_on(p.birth, m.year_from))) AS band,
  CASE WHEN m.scored THEN r.prospective_m ELSE 0 END AS score_m, s.months_m, s.counted_c
FROM month s
JOIN comparison_month m ON m.contract = s.contract AND m.month = s.month
JOIN known_person p ON p.payer = m.payer AND p.member = s.member AND p.birth IS NOT NULL
LEFT JOIN month_risk r ON r.contract = s.contract AND r.month = s.month AND r.member = s.member
WHERE r.prospective_m IS NOT NULL OR NOT m.scored;

-- Cuts between the quintiles of the group: the smallest of its scores with so many fifths of its member months below.
CREATE TABLE comparison_cut AS
SELECT contract, year, list(cut_m ORDER BY cut_m) AS cuts
FROM (
  SELECT contract, year, k, min(score_m) AS cut_m
  FROM (
    SELECT contract, year, score_m, sum(months_m) OVER (PARTITION BY contract, year) AS all_m,
      sum(months_m) OVER (PARTITION BY contract, year ORDER BY score_m) - months_m AS below_m
    FROM (
      SELECT contract, year, score_m, sum(months_m) AS months_m FROM comparison_side WHERE compared GROUP BY ALL)),
    (SELECT unnest([1, 2, 3, 4]) AS k)
  WHERE 5 * below_m >= k * all_m
  GROUP BY contract, year, k)
GROUP BY contract, year;

-- Cells with member months on either side, females first; within a sex bands ascend, and risk goes up and down by turns.
CREATE TABLE comparison_cell AS
SELECT *, row_number() OVER (PARTITION BY contract, year, sex ORDER BY band, CASE band % 2 WHEN 0 THEN quintile ELSE -quintile END) AS place
FROM (
  SELECT s.contract, s.year, s.sex, s.band, 1 + len(list_filter(coalesce(c.cuts, []), lambda x: x <= s.score_m)) AS quintile,
    coalesce(sum(s.months_m) FILTER (WHERE s.compared), 0) AS group_m, coalesce(sum(s.months_m) FILTER (WHERE NOT s.compared), 0) AS own_m,
    sum(s.counted_c) AS counted_c
  FROM comparison_side s LEFT JOIN comparison_cut c ON c.contract = s.contract AND c.year = s.year
  GROUP BY ALL);

-- Targets that ask for it, each with the smallest cell of its own terms.
CREATE TABLE comparison_asked AS
SELECT g.contract, g.year AS target_year, g.comparisonYear AS year, CAST(coalesce(t.cost.comparison.minimumMemberMonths, 30) AS BIGINT) * 1000000 AS minimum_m
FROM target_term g
JOIN terms t ON t.contract = g.contract AND t.version = g.version
WHERE g.comparisonYear IS NOT NULL AND (g.baseline IN ('REGIONAL', 'BLENDED') OR g.efficientAt IS NOT NULL);

-- From the first cell of a sex on, cells are added until they are enough; nr counts what is measured together.
CREATE TABLE comparison_walk AS
WITH RECURSIVE asked AS (
  SELECT a.target_year, a.minimum_m, c.* FROM comparison_asked a JOIN comparison_cell c ON c.contract = a.contract AND c.year = a.year),
walk AS (
  SELECT contract, target_year, sex, place, CAST(1 AS BIGINT) AS nr, group_m AS filled_m FROM asked WHERE place = 1
  UNION ALL
  SELECT w.contract, w.target_year, w.sex, a.place, w.nr + CASE WHEN w.filled_m >= a.minimum_m THEN 1 ELSE 0 END,
    a.group_m + CASE WHEN w.filled_m >= a.minimum_m THEN 0 ELSE w.filled_m END
  FROM walk w JOIN asked a ON a.contract = w.contract AND a.target_year = w.target_year AND a.sex = w.sex AND a.place = w.place + 1)
SELECT a.*, w.nr, last_value(w.nr) OVER sexes AS last_nr, last_value(w.filled_m) OVER sexes >= a.minimum_m AS whole
FROM walk w JOIN asked a ON a.contract = w.contract AND a.target_year = w.target_year AND a.sex = w.sex AND a.place = w.place
WINDOW sexes AS (PARTITION BY a.contract, a.target_year, a.sex ORDER BY a.place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);

-- A rest joins the cells before it. A sex that is a rest as a whole joins the other: females its first cells, others the last of the females.
CREATE TABLE comparison_merged AS
WITH full_nr AS (
  SELECT *, CASE WHEN whole THEN last_nr ELSE last_nr - 1 END AS full_cells FROM comparison_walk),
sexes AS (
  SELECT contract, target_year, coalesce(max(full_cells) FILTER (WHERE sex = 'FEMALE'), 0) AS females FROM full_nr GROUP BY ALL),
placed AS (
  SELECT f.*, CASE WHEN f.full_cells > 0 THEN f.sex WHEN s.females > 0 THEN 'FEMALE' ELSE 'OTHER' END AS at_sex,
    CASE WHEN f.full_cells > 0 THEN least(f.nr, f.full_cells) WHEN s.females > 0 THEN s.females ELSE 1 END AS at_nr
  FROM full_nr f JOIN sexes s ON s.contract = f.contract AND s.target_year = f.target_year)
SELECT contract, target_year, arg_min('comparison.' || sex || '.' || band || '.' || quintile, (sex, place)) AS name,
  CAST(sum(group_m) AS HUGEINT) AS group_m, CAST(sum(own_m) AS HUGEINT) AS own_m, CAST(sum(counted_c) AS HUGEINT) AS counted_c,
  any_value(minimum_m) AS minimum_m
FROM placed
GROUP BY contract, target_year, at_sex, at_nr;

-- The region at the contract's own mix, completed as the contract's own year is. Nothing where the group is too small or has nobody to
-- stand for.
CREATE TABLE comparison_region AS
WITH cost AS (
  SELECT contract, target_year, half_up(sum(half_up(counted_c * own_m * 10000000000000, group_m)) * 1000000, nullif(sum(own_m), 0)) AS group_p
  FROM comparison_merged
  GROUP BY ALL HAVING sum(group_m) >= any_value(minimum_m))
SELECT a.contract, a.target_year, k.group_p,
  CASE WHEN c.contract IS NOT NULL THEN CASE WHEN coalesce(f.counted_c, 0) = 0 THEN k.group_p
    ELSE half_up(k.group_p * f.completed_c * sign(f.counted_c), abs(f.counted_c)) END END AS completed_p,
  coalesce(completed_p, k.group_p) AS region_p
FROM comparison_asked a
LEFT JOIN cost k ON k.contract = a.contract AND k.target_year = a.target_year
LEFT JOIN completing c ON c.contract = a.contract
LEFT JOIN completion_year f ON f.contract = a.contract AND f.year = a.year AND f.level = 'CONTRACT';

CREATE TABLE comparison_step AS
SELECT contract, target_year, name, half_up(counted_c * own_m * 10000000000000, group_m) AS value FROM comparison_merged
UNION ALL
SELECT contract, target_year, unnest(['comparisonGroup', 'comparisonCompleted']), unnest([group_p, completed_p]) FROM comparison_region;
