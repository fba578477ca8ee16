-- The budget of a target by category, to inform (docs/budget.md "By category"): in the proportions of what the contract's categories cost in
-- the last base year, of a region in the year of the comparison.

CREATE TABLE target_category AS
SELECT t.contract, t.year, c.category, any_value(n.number) AS number, CAST(sum(c.counted_c) AS HUGEINT) AS counted_c
FROM (
  SELECT g.contract, g.year, CASE g.baseline WHEN 'REGIONAL' THEN g.comparisonYear WHEN 'STATED' THEN NULL
      ELSE list_max(list_transform(g.baseYears, lambda b: b.year)) END AS base_year
  FROM target g WHERE g.byCategory AND g.refusal IS NULL) t
JOIN counted_cell c ON c.contract = t.contract AND c.year = t.base_year AND NOT c.compared
JOIN category_number n ON n.category = c.category
GROUP BY t.contract, t.year, c.category
HAVING sum(c.counted_c) > 0;

CREATE TABLE expect_parameter_categories AS
SELECT contract || '|TARGET|' || year AS key, category AS item, dollars(CAST(counted_c AS BIGINT)) AS counted FROM target_category;

-- A month's budget of one amount as its parts, by largest remainder: {contract, level, id, year, month, category, budget_c} and more.
CREATE MACRO by_category(budgets) AS TABLE
WITH part AS (
  SELECT b.*, c.category AS named, c.number, floor_div(CAST(b.budget_c AS HUGEINT) * c.counted_c, c.all_c) AS floor_c,
    CAST(b.budget_c AS HUGEINT) * c.counted_c - floor_div(CAST(b.budget_c AS HUGEINT) * c.counted_c, c.all_c) * c.all_c AS remainder
  FROM query_table(budgets) b
  LEFT JOIN (SELECT *, sum(counted_c) OVER (PARTITION BY contract, year) AS all_c FROM target_category) c ON c.contract = b.contract AND c.year = b.year)
SELECT * EXCLUDE (category, budget_c, named, number, floor_c, remainder), coalesce(named, category) AS category,
  CASE WHEN named IS NULL THEN budget_c ELSE CAST(floor_c + CASE WHEN row_number() OVER (
        PARTITION BY contract, level, id, year, month, category ORDER BY remainder DESC, number)
      <= budget_c - sum(floor_c) OVER (PARTITION BY contract, level, id, year, month, category) THEN 1 ELSE 0 END AS BIGINT) END AS budget_c
FROM part;
