-- Figures beside the cost of a member month: pended claims (domain.md 0) and stays known from ADT alone (docs/benchmark.md
-- "cost.unbilledStay"), which are in no other figure; the leakage of a capitation, which stands in the cost too.

-- What pended claims would cost, by the month each line would cost in.
CREATE TABLE pended_month AS
SELECT c.surrogate AS member, CAST(date_trunc('month', CASE WHEN c.typeOfBill[1:2] IN ('11', '12', '18', '21')
    THEN coalesce(c.admitted, c."from") ELSE l."from" END) AS DATE) AS month,
  CAST(sum(CASE WHEN c.paymentKind <> 'FEE_FOR_SERVICE' THEN coalesce(cents(l.shadowAllowed), 0)
    WHEN coalesce(l.allowed, 0) = 0 THEN cents(l.paid) ELSE cents(l.allowed) END) AS BIGINT) AS allowed_c,
  CAST(sum(CASE WHEN c.paymentKind <> 'FEE_FOR_SERVICE' THEN coalesce(cents(l.shadowAllowed), 0) ELSE cents(l.paid) END) AS BIGINT) AS paid_c
FROM (SELECT * EXCLUDE (lines), unnest(lines) AS l FROM claim_final WHERE status = 'PENDED') c
WHERE NOT coalesce(l.denied, false)
GROUP BY ALL;

-- Inpatient admissions that a hospital told of: the first message of the visit's life that is not taken back. Messages are
-- ordered by time, trigger and id; a cancelled admission ends a life. Messages made of claims do not count.
CREATE TABLE told_message AS
SELECT s.member, a.facility, a.visitNumber, a.eventAt, a.zone, a.trigger,
  a.trigger = 'A06' OR (a.trigger IN ('A01', 'A04', 'A08') AND a.patientClass = 'INPATIENT') AS admits,
  row_number() OVER (PARTITION BY s.member, a.facility, a.visitNumber ORDER BY a.eventAt, a.trigger, a.messageId) AS place
FROM adt_message a
JOIN member_surrogate s ON s.payer = a.payer AND s.source_id = a.member
WHERE NOT coalesce(a.derived, false) AND EXISTS (SELECT 1 FROM terms WHERE cost.unbilledStay IS NOT NULL);

CREATE TABLE told_stay AS
SELECT member, facility, visitNumber, min(eventAt) AS admitted_at,
  CAST((min(eventAt) AT TIME ZONE 'UTC') AT TIME ZONE arg_min(zone, place) AS DATE) AS day
FROM (
  SELECT *, coalesce(max(place) FILTER (WHERE trigger = 'A11') OVER (PARTITION BY member, facility, visitNumber), 0) AS cancelled_place
  FROM told_message)
WHERE admits AND place > cancelled_place
GROUP BY member, facility, visitNumber;

-- Stays that were claimed: by day and facility, with what their claims cost.
CREATE TABLE claimed_stay AS
SELECT member, coalesce(admitted, claim_from) AS day, facility, CAST(sum(allowed_c) AS BIGINT) AS allowed_c, CAST(sum(paid_c) AS BIGINT) AS paid_c
FROM paid_line
WHERE claim_type = 'INSTITUTIONAL' AND tob[1:2] IN ('11', '12') AND facility IS NOT NULL
GROUP BY ALL;

-- A claimed stay that begins within a day takes the place of a stay told of, at whatever facility. Each is taken once, by the
-- earliest admission that it fits: admissions in the order of time take the first claimed stay that is left.
CREATE TABLE matched_stay AS
WITH RECURSIVE told AS (
  SELECT *, row_number() OVER (PARTITION BY member ORDER BY admitted_at, facility, visitNumber) AS place FROM told_stay),
offered AS (
  SELECT member, list({'day': day, 'allowed_c': allowed_c, 'paid_c': paid_c} ORDER BY day, facility) AS stays FROM claimed_stay GROUP BY member),
walk AS (
  SELECT t.member, CAST(0 AS BIGINT) AS place, coalesce(any_value(o.stays), []) AS left_over, CAST(NULL AS DATE) AS day,
    CAST(NULL AS STRUCT("day" DATE, allowed_c BIGINT, paid_c BIGINT)) AS taken
  FROM told t LEFT JOIN offered o ON o.member = t.member GROUP BY t.member
  UNION ALL
  SELECT member, place, CASE WHEN slot IS NULL THEN left_over ELSE list_concat(left_over[1:slot - 1], left_over[slot + 1:]) END, day,
    CASE WHEN slot IS NOT NULL THEN left_over[slot] END
  FROM (
    SELECT w.member, t.place, w.left_over, t.day,
      nullif(list_position(list_transform(w.left_over, lambda s: abs(datediff('day', s.day, t.day)) <= 1), true), 0) AS slot
    FROM walk w JOIN told t ON t.member = w.member AND t.place = w.place + 1))
SELECT member, day, CAST(date_trunc('month', day) AS DATE) AS month, taken FROM walk WHERE place > 0;

-- By member month of the contracts that ask for stays.
CREATE TABLE beside_stay AS
SELECT s.contract, s.version, s.year, s.member, s.month, s.months_m, t.cost.unbilledMeanFrom AS mean_from, cents(t.cost.unbilledStay) AS stated_c,
  coalesce(u.stays, 0) AS stays, coalesce(u.billed_stays, 0) AS billed_stays, coalesce(in_basis(t.amountBasis, u.allowed_c, u.paid_c), 0) AS billed_c
FROM standing s
JOIN terms t ON t.contract = s.contract AND t.version = s.version
LEFT JOIN (
  SELECT member, month, count(*) FILTER (WHERE taken IS NULL) AS stays, count(*) FILTER (WHERE taken IS NOT NULL) AS billed_stays,
    CAST(coalesce(sum(taken.allowed_c), 0) AS BIGINT) AS allowed_c, CAST(coalesce(sum(taken.paid_c), 0) AS BIGINT) AS paid_c
  FROM matched_stay GROUP BY ALL) u ON u.member = s.member AND u.month = s.month
WHERE t.cost.unbilledStay IS NOT NULL;

-- What the stays of the performance year before came to; without one there is no mean.
CREATE TABLE stay_mean AS
SELECT contract, year + 1 AS year, CAST(sum(months_m) AS BIGINT) AS months_m, CAST(sum(billed_stays) AS BIGINT) AS stays,
  CAST(sum(billed_c) AS BIGINT) AS billed_c, CAST(half_up(sum(billed_c), sum(billed_stays)) AS BIGINT) AS mean_c
FROM beside_stay
GROUP BY contract, year
HAVING sum(billed_stays) > 0;

-- The price of a stay: that mean from the number of stays that the terms ask for, else what they state.
CREATE TABLE priced_stay AS
SELECT b.*, CASE WHEN m.stays >= b.mean_from THEN m.mean_c ELSE b.stated_c END AS price_c
FROM beside_stay b
LEFT JOIN stay_mean m ON m.contract = b.contract AND m.year = b.year;

-- By member month of the contracts that ask, or that capitate in it.
CREATE TABLE beside AS
SELECT s.contract, s.member, s.month,
  CASE WHEN t.cost.preliminary THEN coalesce(in_basis(t.amountBasis, p.allowed_c, p.paid_c), 0) END AS preliminary_c,
  CASE WHEN t.cost.drugPrices.mode IS NOT NULL THEN coalesce(e.effect_c, 0) END AS effect_c,
  u.stays, u.stays * u.price_c AS expected_c, u.billed_stays, u.billed_c, u.billed_c - u.billed_stays * u.price_c AS error_c, k.leakage_c
FROM standing s
JOIN terms t ON t.contract = s.contract AND t.version = s.version
LEFT JOIN pended_month p ON p.member = s.member AND p.month = s.month
LEFT JOIN price_effect e ON e.contract = s.contract AND e.member = s.member AND e.month = s.month
LEFT JOIN priced_stay u ON u.contract = s.contract AND u.member = s.member AND u.month = s.month
LEFT JOIN leakage k ON k.contract = s.contract AND k.member = s.member AND k.month = s.month
WHERE t.cost.preliminary OR t.cost.drugPrices.mode IS NOT NULL OR t.cost.unbilledStay IS NOT NULL OR k.leakage_c IS NOT NULL;
