-- The cash ledger by month of service and age (domain.md 2.5, docs/feed-format.md): every difference between consecutive
-- versions of a claim, in the month of the later one's decision. A version that names another member takes from the one
-- and gives to the other.

CREATE TABLE version_amount AS
SELECT v.payer, v.claimId, v.place, s.member, v.grp, date_trunc('month', coalesce(v.paidOn, CAST(v.received_at AS DATE))) AS paid_month,
  CAST(date_trunc('month', CASE WHEN v.typeOfBill[1:2] IN ('11', '12', '18', '21') THEN coalesce(v.admitted, v."from")
    ELSE v.l."from" END) AS DATE) AS month,
  CAST(sum(CASE WHEN v.status <> 'PAID' OR coalesce(v.l.denied, false) THEN 0
    WHEN v.paymentKind <> 'FEE_FOR_SERVICE' THEN coalesce(cents(v.l.shadowAllowed), 0)
    WHEN coalesce(v.l.allowed, 0) = 0 THEN cents(v.l.paid) ELSE cents(v.l.allowed) END) AS BIGINT) AS allowed_c,
  CAST(sum(CASE WHEN v.status <> 'PAID' OR coalesce(v.l.denied, false) THEN 0
    WHEN v.paymentKind <> 'FEE_FOR_SERVICE' THEN coalesce(cents(v.l.shadowAllowed), 0) ELSE cents(v.l.paid) END) AS BIGINT) AS paid_c
FROM (
  SELECT *, unnest(lines) AS l, CASE WHEN type = 'PHARMACY' THEN 'PHARMACY' WHEN typeOfBill[1:2] IN ('11', '12') THEN 'INPATIENT'
      ELSE 'OTHER_MEDICAL' END AS grp
  FROM (SELECT *, row_number() OVER (PARTITION BY payer, claimId ORDER BY version, received_at, text) AS place FROM claim_version)) v
JOIN member_surrogate s ON s.payer = v.payer AND s.source_id = v.member
GROUP BY ALL;

-- What each version adds in its own paid month, and takes back of the version before.
CREATE TABLE cash_cell AS
SELECT member, grp, month, paid_month, CAST(sum(allowed_c) AS BIGINT) AS allowed_c, CAST(sum(paid_c) AS BIGINT) AS paid_c
FROM (
  SELECT member, grp, month, paid_month, allowed_c, paid_c FROM version_amount
  UNION ALL
  SELECT b.member, b.grp, b.month, n.paid_month, -b.allowed_c, -b.paid_c
  FROM version_amount b
  JOIN (SELECT payer, claimId, row_number() OVER (PARTITION BY payer, claimId ORDER BY version, received_at, text) AS place,
      date_trunc('month', coalesce(paidOn, CAST(received_at AS DATE))) AS paid_month FROM claim_version) n
    ON n.payer = b.payer AND n.claimId = b.claimId AND n.place = b.place + 1)
GROUP BY ALL;

-- Cells of a contract: where the month of service is a member month of the member there; ten years and more are one age.
CREATE TABLE triangle_cell AS
SELECT s.contract, c.grp, c.month, least(120, greatest(0, datediff('month', c.month, CAST(c.paid_month AS DATE)))) AS lag,
  CAST(sum(CASE t.amountBasis WHEN 'ALLOWED' THEN c.allowed_c ELSE c.paid_c END) AS BIGINT) AS amount_c
FROM standing s
JOIN terms t ON t.contract = s.contract AND t.version = s.version AND t.cost.completion IS NOT NULL
JOIN cash_cell c ON c.member = s.member AND c.month = s.month
GROUP BY ALL
HAVING sum(CASE t.amountBasis WHEN 'ALLOWED' THEN c.allowed_c ELSE c.paid_c END) <> 0;

CREATE TABLE expect_triangle AS
SELECT DISTINCT contract || '|TRIANGLE|' || grp || '|' || month_text(month) AS key, contract, grp AS "group", month_text(month) AS month
FROM triangle_cell;

CREATE TABLE expect_triangle_cells AS
SELECT contract || '|TRIANGLE|' || grp || '|' || month_text(month) AS key, CAST(lag AS VARCHAR) AS item, dollars(amount_c) AS amount
FROM triangle_cell;
