-- What of the cost is in scope: price control of drugs (domain.md 2.6), then the weight of the category (2.1, 2.7).

CREATE TABLE raw_cell AS
SELECT contract, version, year, member, month, compared, category, CAST(sum(allowed_c) AS BIGINT) AS allowed_c, CAST(sum(paid_c) AS BIGINT) AS paid_c,
  CAST(sum(unpriced) AS BIGINT) AS unpriced, CAST(coalesce(sum(paid_c) FILTER (WHERE inside), 0) AS BIGINT) AS inside_paid_c
FROM cost_line GROUP BY ALL;

CREATE MACRO in_basis(basis, allowed_c, paid_c) AS CASE basis WHEN 'ALLOWED' THEN allowed_c ELSE paid_c END;

CREATE TABLE price_control AS
SELECT contract, version, amountBasis AS basis, cost.drugPrices.mode AS mode, cost.drugPrices.prices AS prices, cost.drugPrices."index" AS months
FROM terms WHERE cost.drugPrices.mode IS NOT NULL;

CREATE TABLE base_price AS
SELECT contract, version, p.drug, micro(p.basePrice) AS price_m FROM (SELECT contract, version, unnest(prices) AS p FROM price_control WHERE mode = 'REPRICE');

CREATE TABLE price_index AS
SELECT contract, version, p.month, micro(p."index") AS index_m FROM (SELECT contract, version, unnest(months) AS p FROM price_control WHERE mode = 'INDEX');

-- What the control takes out of a member's drugs of a month, in the contract's basis. Repriced: each drug of nine digits with a
-- base price at that price, the difference half up; the others as they are.
CREATE TABLE price_effect AS
SELECT r.contract, r.member, r.month, CASE c.mode WHEN 'EXCLUDE' THEN in_basis(c.basis, r.allowed_c, r.paid_c)
    WHEN 'INDEX' THEN in_basis(c.basis, r.allowed_c, r.paid_c)
      - CAST(half_up(CAST(in_basis(c.basis, r.allowed_c, r.paid_c) AS HUGEINT) * 1000000, coalesce(i.index_m, 1000000)) AS BIGINT)
    ELSE coalesce(p.effect_c, 0) END AS effect_c
FROM raw_cell r
JOIN price_control c ON c.contract = r.contract AND c.version = r.version
LEFT JOIN price_index i ON i.contract = r.contract AND i.version = r.version AND i.month = month_text(r.month)
LEFT JOIN (
  SELECT contract, member, month, CAST(sum(effect_c) AS BIGINT) AS effect_c
  FROM (
    SELECT l.contract, l.member, l.month, l.ndc[1:9] AS drug,
      half_up(sum(in_basis(c.basis, l.allowed_c, l.paid_c)) * CAST(10000000000 AS HUGEINT) - sum(CAST(l.units_m AS HUGEINT)) * any_value(b.price_m), 10000000000) AS effect_c
    FROM cost_line l
    JOIN price_control c ON c.contract = l.contract AND c.version = l.version
    JOIN base_price b ON b.contract = l.contract AND b.version = l.version AND b.drug = l.ndc[1:9]
    WHERE l.category = 'PHARMACY' AND l.units_m IS NOT NULL
    GROUP BY ALL)
  GROUP BY ALL) p ON p.contract = r.contract AND p.member = r.member AND p.month = r.month
WHERE r.category = 'PHARMACY';

-- Weights of a performance year instead of the scope's; the HCBS waiver never counts.
CREATE TABLE phase_in AS
SELECT contract, version, p.year, p.category, CASE p.category WHEN 'HCBS_WAIVER' THEN 0 ELSE micro(p.weight) END AS weight_m
FROM (SELECT contract, version, unnest(cost.phaseIn) AS p FROM terms);

-- Cells (member, month, category): raw cents; in scope = basis times weight, rounded half up once a cell.
CREATE TABLE cost_cell AS
SELECT c.*, CAST(half_up(CAST(in_basis(t.amountBasis, c.allowed_c, c.paid_c) - CASE c.category WHEN 'PHARMACY' THEN coalesce(e.effect_c, 0) ELSE 0 END AS HUGEINT)
    * coalesce(p.weight_m, w.weight_m, CASE c.category WHEN 'HCBS_WAIVER' THEN 0 ELSE 1000000 END), 1000000) AS BIGINT) AS in_scope_c
FROM raw_cell c
JOIN terms t ON t.contract = c.contract AND t.version = c.version
LEFT JOIN price_effect e ON e.contract = c.contract AND e.member = c.member AND e.month = c.month
LEFT JOIN phase_in p ON p.contract = c.contract AND p.version = c.version AND p.year = c.year AND p.category = c.category
LEFT JOIN scope_weight w ON w.contract = c.contract AND w.version = c.version AND w.category = c.category;
