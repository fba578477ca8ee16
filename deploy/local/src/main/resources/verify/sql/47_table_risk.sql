-- Scores of member months by a contract's own table (domain.md 2.8 "Non-Medicare"; docs/risk.md, docs/benchmark.md): the weights of all
-- rows that fit, over the stated mean, half up to three decimals. Age on the first day of the performance year, for the emerging
-- score a year later; conditions from the calendar year before the month's, for the emerging score from its own.

CREATE TABLE risk_weight AS
SELECT contract, version, w.reason, w.firstAge AS age_from, coalesce(w.lastAge, 999) AS age_to, w.sex, micro(w.weight) AS weight_m
FROM (SELECT contract, version, unnest(cost.risk.weights) AS w FROM terms WHERE cost.risk.model = 'TABLE');

CREATE TABLE risk_condition AS
SELECT contract, version, condition, unnest(codes) AS prefix
FROM (SELECT contract, version, c.condition, c.codes FROM (SELECT contract, version, unnest(cost.risk.conditions) AS c FROM terms WHERE cost.risk.model = 'TABLE'));

-- What is true of a person in a month, as the table names it.
CREATE TABLE table_month AS
SELECT m.contract, m.version, m.month, m.member, k.kind, m.sex, micro(m.cost.risk.mean) AS mean_m,
  year(m.month) - CASE k.kind WHEN 'EMERGING' THEN 0 ELSE 1 END AS diagnosis_year,
  age_on(m.birth, CAST(y."from" + CASE k.kind WHEN 'EMERGING' THEN INTERVAL 1 YEAR ELSE INTERVAL 0 YEAR END AS DATE)) AS age,
  list_concat(['BASE', 'language=' || coalesce(m.language, ''), 'originalReason=' || m.original_reason, 'medicaid=' || m.medicaid,
    'institution=' || m.institution, 'dual=' || m.dual, 'disabled=' || m.disabled, 'esrd=' || m.esrd],
    list_transform(coalesce(m.social_needs, []), lambda n: 'socialNeed=' || n)) AS traits
FROM month_traits m
JOIN (SELECT contract, version, y.year, y."from" FROM (SELECT contract, version, unnest(years) AS y FROM terms)) y
  ON y.contract = m.contract AND y.version = m.version AND y.year = m.year,
  (SELECT unnest(['PROSPECTIVE', 'EMERGING']) AS kind) k
WHERE m.cost.risk.model = 'TABLE' AND m.birth IS NOT NULL;

CREATE TABLE member_condition AS
SELECT DISTINCT c.contract, c.version, d.member, d.year, c.condition
FROM risk_code d JOIN risk_condition c ON starts_with(d.icd10, c.prefix);

INSERT INTO month_risk
SELECT contract, month, member, max(score_m) FILTER (WHERE kind = 'PROSPECTIVE'), max(score_m) FILTER (WHERE kind = 'EMERGING')
FROM (
  SELECT m.contract, m.month, m.member, m.kind, CAST(half_up(sum(CAST(w.weight_m AS HUGEINT)) * 1000, any_value(m.mean_m)) AS BIGINT) AS score_m
  FROM table_month m
  JOIN risk_weight w ON w.contract = m.contract AND w.version = m.version AND m.age BETWEEN w.age_from AND w.age_to
    AND (w.sex IS NULL OR w.sex = m.sex)
  LEFT JOIN member_condition c ON c.contract = m.contract AND c.version = m.version AND c.member = m.member
    AND c.year = m.diagnosis_year AND c.condition = w.reason
  WHERE list_contains(m.traits, w.reason) OR c.condition IS NOT NULL
  GROUP BY ALL)
GROUP BY ALL;
