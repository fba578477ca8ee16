-- Final action (domain.md 0; decisions 10; DESIGN 2): one version a claim root, the highest by version,
-- then receivedAt, then content hash. The hash is not computed in SQL: two different contents with the
-- same version and the same receivedAt are counted in claim_undecidable and ordered by their text.

CREATE TABLE claim_final AS
SELECT c.* EXCLUDE (place), s.member AS surrogate
FROM (
  SELECT *, row_number() OVER (
      PARTITION BY payer, claimId ORDER BY version DESC, received_at DESC, text DESC) AS place
  FROM claim_version) c
JOIN member_surrogate s ON s.payer = c.payer AND s.source_id = c.member
WHERE place = 1;

CREATE TABLE claim_undecidable AS
SELECT c.payer, c.claimId
FROM claim_version c
JOIN claim_final f ON f.payer = c.payer AND f.claimId = c.claimId
  AND f.version = c.version AND f.received_at = c.received_at
GROUP BY ALL HAVING count(DISTINCT c.text) > 1;

-- Lines that count: the version is PAID and the line is not denied (domain.md 0; HOUSE: a denied line or
-- a claim whose status is not PAID gives no visit and no cost). Money in cents: allowed, and paid when
-- allowed is null or 0 (domain.md 1.1); a claim that was not paid by itself counts at its shadow price,
-- 0 and unpriced without one (decisions 23).
CREATE TABLE paid_line AS
SELECT
  c.payer, c.claimId AS claim_id, c.surrogate AS member, c.type AS claim_type, c.codeSystem AS code_system,
  c.typeOfBill AS tob, c.msDrg AS drg, c.facility, c.billingTin AS tin, c.referringNpi AS referring, c.principalDiagnosis AS principal,
  c.paymentKind AS payment_kind,
  c."from" AS claim_from, c.through AS claim_through, c.admitted, c.discharged, c.received_at,
  l.line AS line_no, l."from" AS svc, l.hcpcs, coalesce(l.modifiers, []) AS modifiers,
  l.revenueCode AS rev, l.placeOfService AS pos, l.renderingNpi AS npi, l.specialty, l.taxonomy,
  micro(l.units) AS units_m, l.ndc,
  CASE WHEN c.paymentKind = 'FEE_FOR_SERVICE'
       THEN CASE WHEN coalesce(l.allowed, 0) = 0 THEN cents(l.paid) ELSE cents(l.allowed) END
       ELSE coalesce(cents(l.shadowAllowed), 0) END AS allowed_c,
  CASE WHEN c.paymentKind = 'FEE_FOR_SERVICE' THEN cents(l.paid)
       ELSE coalesce(cents(l.shadowAllowed), 0) END AS paid_c,
  CASE WHEN c.paymentKind <> 'FEE_FOR_SERVICE' AND l.shadowAllowed IS NULL THEN 1 ELSE 0 END AS unpriced
FROM (SELECT * EXCLUDE (lines), unnest(lines) AS l FROM claim_final WHERE status = 'PAID') c
WHERE NOT coalesce(l.denied, false);

-- Stays by claims: inpatient (type of bill 11x, 12x) and nursing facility (21x, 18x).
CREATE TABLE claim_stay AS
SELECT c.surrogate AS member, c.facility, c.typeOfBill AS tob,
  CASE WHEN c.typeOfBill[1:2] IN ('11', '12') THEN 'INPATIENT' ELSE 'SNF' END AS kind,
  coalesce(c.admitted, c."from") AS admit, coalesce(c.discharged, c.through) AS discharge
FROM claim_final c
WHERE c.status = 'PAID' AND c.type = 'INSTITUTIONAL' AND c.typeOfBill[1:2] IN ('11', '12', '21', '18');
