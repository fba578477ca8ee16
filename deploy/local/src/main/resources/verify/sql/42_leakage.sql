-- What others than the accountable practice were paid for services that a capitation had paid for already, by member month of the
-- years that are settled by one, under the terms that hold in the month (docs/benchmark.md "Capitation leakage"). Zero where there was
-- none; other months show nothing.

CREATE TABLE capitated_year AS
SELECT contract, year, version, coalesce(from_json(s->'capitation'->'capitatedCodes', '["VARCHAR"]'), []) AS codes
FROM agreed_version WHERE (s->>'shape') = 'CAPITATION';

-- A line without a practice was billed by another one; another participant of the contract is another one too.
CREATE TABLE leakage AS
SELECT s.contract, s.member, s.month, CAST(coalesce(sum(in_basis(t.amountBasis, l.allowed_c, l.paid_c)), 0) AS BIGINT) AS leakage_c
FROM standing s
JOIN capitated_year c ON c.contract = s.contract AND c.year = s.year AND c.version = s.version
JOIN terms t ON t.contract = s.contract AND t.version = s.version
LEFT JOIN category_line l ON l.member = s.member AND l.cost_month = s.month AND l.payment_kind = 'FEE_FOR_SERVICE'
  AND list_contains(c.codes, l.hcpcs) AND l.tin IS DISTINCT FROM s.tin
GROUP BY ALL;
