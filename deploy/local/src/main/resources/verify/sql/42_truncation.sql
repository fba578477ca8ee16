-- Truncation of a member-year (domain.md 2.4; decisions 3): counted = min(c, A) + (1 - x) * max(0, c - A) on the
-- in-scope sum of the performance year, rounded half up to the cent, then divided over the cells (month,
-- category) in proportion by largest remainder, ties by cell key. Cells below zero keep their amount and the
-- rest is divided over the others. Terms: those of the year's last evaluated month. Of a member the
-- months that are attributed and those that are compared with are limited apart.

CREATE TABLE year_sum AS
SELECT s.*, CASE WHEN l.attachment_c IS NULL OR s.in_scope_c <= l.attachment_c THEN s.in_scope_c
  ELSE l.attachment_c + CAST(half_up(CAST(1000000 - l.excluded_m AS HUGEINT) * (s.in_scope_c - l.attachment_c), 1000000) AS BIGINT)
  END AS counted_c
FROM (
  SELECT contract, year, member, compared, CAST(sum(in_scope_c) AS BIGINT) AS in_scope_c,
    CAST(sum(in_scope_c) FILTER (WHERE in_scope_c > 0) AS BIGINT) AS above_c,
    CAST(coalesce(sum(in_scope_c) FILTER (WHERE in_scope_c < 0), 0) AS BIGINT) AS below_c
  FROM cost_cell GROUP BY ALL) s
JOIN (
  SELECT m.contract, m.year, cents(t.stop_loss.attachment) AS attachment_c, micro(t.stop_loss.excludedShare) AS excluded_m
  FROM (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) m
  JOIN terms t ON t.contract = m.contract AND t.version = m.version) l
  ON l.contract = s.contract AND l.year = s.year;

CREATE TABLE counted_cell AS
SELECT c.contract, c.version, c.year, c.member, c.month, c.compared, c.category, c.allowed_c, c.paid_c, c.unpriced, c.inside_paid_c,
  c.in_scope_c,
  CASE WHEN c.counted_sum = c.in_scope_sum OR c.in_scope_c <= 0 THEN c.in_scope_c
       ELSE CAST(c.floor_c + CASE WHEN row_number() OVER (
           PARTITION BY c.contract, c.year, c.member, c.compared, c.in_scope_c > 0 ORDER BY c.remainder DESC, c.cell)
         <= c.whole_c - sum(c.floor_c) OVER (PARTITION BY c.contract, c.year, c.member, c.compared, c.in_scope_c > 0)
         THEN 1 ELSE 0 END AS BIGINT) END AS counted_c
FROM (
  SELECT k.*, y.in_scope_c AS in_scope_sum, y.counted_c AS counted_sum, y.counted_c - y.below_c AS whole_c,
    month_text(k.month) || '|' || lpad(CAST(n.number AS VARCHAR), 2, '0') AS cell,
    CASE WHEN k.in_scope_c > 0 THEN CAST(y.counted_c - y.below_c AS HUGEINT) * k.in_scope_c // y.above_c ELSE 0 END AS floor_c,
    CASE WHEN k.in_scope_c > 0 THEN CAST(y.counted_c - y.below_c AS HUGEINT) * k.in_scope_c % y.above_c ELSE 0 END AS remainder
  FROM cost_cell k
  JOIN year_sum y ON y.contract = k.contract AND y.year = k.year AND y.member = k.member AND y.compared = k.compared
  JOIN category_number n ON n.category = k.category) c;
