-- Assignment spans (domain.md 1.7; HOUSE): months with equal practice, clinician and method that touch are
-- one span; the span that holds the current business month is open.

CREATE TABLE assignment_span AS
SELECT contract, member, tin, npi, method, min(month) AS span_from,
  CASE WHEN max(month) = date_trunc('month', (SELECT business_date FROM run)) THEN NULL
       ELSE CAST(max(month) + INTERVAL 1 MONTH AS DATE) END AS span_until,
  row_number() OVER (PARTITION BY contract, member ORDER BY min(month)) AS place
FROM (
  SELECT *, datediff('month', DATE '1900-01-01', month)
    - row_number() OVER (PARTITION BY contract, member, tin, npi, method ORDER BY month) AS island
  FROM attributed)
GROUP BY contract, member, tin, npi, method, island;

CREATE TABLE expect_assignment AS
SELECT DISTINCT s.member || '|' || s.contract AS key, s.member, s.contract, t.payer
FROM assignment_span s JOIN (SELECT DISTINCT contract, payer FROM terms) t ON t.contract = s.contract;

CREATE TABLE expect_assignment_spans AS
SELECT member || '|' || contract AS key, CAST(place AS VARCHAR) AS item, span_from AS "from", span_until AS "until",
  tin, npi, method
FROM assignment_span;
