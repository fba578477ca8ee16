-- Member months by the contract's policy (domain.md 2.3), in millionths. A month that counts 0 is no member month: its
-- cost counts nowhere.

CREATE MACRO covered_days(people) AS TABLE
SELECT a.contract, a.month, a.member, t.memberMonths AS policy, CAST(a.month + INTERVAL 1 MONTH AS DATE) AS month_until,
  bool_or(a.month + 14 >= c.day_from AND a.month + 14 < c.day_until) AS middle,
  max(least(c.day_until, CAST(a.month + INTERVAL 1 MONTH AS DATE))) - 1 AS last_covered,
  list({'day_from': greatest(c.day_from, a.month), 'day_until': least(c.day_until, CAST(a.month + INTERVAL 1 MONTH AS DATE))}) AS spans
FROM query_table(people) a
JOIN terms t ON t.contract = a.contract AND t.version = a.version
JOIN coverage c ON c.payer = t.payer AND c.lob = t.lineOfBusiness AND c.member = a.member
  AND c.day_from < CAST(a.month + INTERVAL 1 MONTH AS DATE) AND c.day_until > a.month
GROUP BY ALL;

CREATE MACRO member_months(people) AS TABLE
SELECT a.*, m.months_m, m.last_covered
FROM query_table(people) a
JOIN (
  SELECT contract, month, member, last_covered, CAST(CASE policy
    WHEN 'MID_MONTH' THEN CASE WHEN middle THEN 1000000 ELSE 0 END
    WHEN 'PRORATE' THEN half_up(len(list_filter(range(0, datediff('day', month, month_until)),
      lambda d: len(list_filter(spans, lambda x: x.day_from <= month + CAST(d AS INTEGER) AND month + CAST(d AS INTEGER) < x.day_until)) > 0))
        * 1000000, datediff('day', month, month_until))
    ELSE 1000000 END AS BIGINT) AS months_m
  FROM covered_days(people)) m ON m.contract = a.contract AND m.month = a.month AND m.member = a.member
WHERE m.months_m > 0;

CREATE TABLE standing AS FROM member_months('attributed');

CREATE TABLE known_person AS
SELECT * EXCLUDE (place)
FROM (SELECT *, row_number() OVER (PARTITION BY payer, member ORDER BY birth, sex, language) AS place FROM person_record)
WHERE place = 1;

-- What a span says beside its days, in one text: of two that begin on one day the greater one tells, then the greater county.
CREATE MACRO said(c) AS array_to_string(list_sort(list_filter([
  CASE WHEN c.dual THEN 'dual=true' END, CASE WHEN c.esrd THEN 'esrd=true' END, CASE WHEN c.disabled THEN 'disabled=true' END,
  CASE WHEN c.institution THEN 'institution=true' END, 'originalReason=' || c.original_reason, 'medicaid=' || c.medicaid_status,
  'newEnrollee=' || c.new_enrollee] || list_transform(coalesce(c.social_needs, []), lambda n: 'socialNeed=' || n), lambda x: x IS NOT NULL)), ';');

-- Traits of a month: those of the span that covers its last covered day, of several the one begun last.
CREATE MACRO traits(people) AS TABLE
SELECT s.contract, s.version, s.year, s.month, s.member, t.payer, t.cost, p.birth, p.sex, p.language, c.social_needs,
  c.esrd, c.disabled, c.dual, coalesce(c.original_reason, CASE WHEN c.disabled THEN '1' ELSE '0' END) AS original_reason,
  CASE WHEN c.medicaid_status IN ('02', '04', '08') THEN 'FULL' WHEN c.medicaid_status IN ('01', '03', '05', '06') THEN 'PARTIAL'
       WHEN c.medicaid_status IS NULL AND c.dual THEN 'FULL' ELSE 'NONE' END AS medicaid,
  coalesce(c.institution, false) AS institution, c.new_enrollee
FROM query_table(people) s
JOIN terms t ON t.contract = s.contract AND t.version = s.version
JOIN coverage c ON c.payer = t.payer AND c.lob = t.lineOfBusiness AND c.member = s.member
  AND s.last_covered >= c.day_from AND s.last_covered < c.day_until
LEFT JOIN known_person p ON p.payer = t.payer AND p.member = s.member
WHERE t.cost.personYears OR t.cost.risk.model IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY s.contract, s.month, s.member ORDER BY c.day_from DESC, said(c) DESC, coalesce(c.county, '') DESC) = 1;

CREATE TABLE month_traits AS FROM traits('standing');

-- Enrollment types: renal disease, under 65 (the months before that of the 65th birthday), else with or without Medicaid.
CREATE TABLE enrollment_type AS
SELECT contract, month, member, CASE
    WHEN esrd THEN 'ESRD'
    WHEN coalesce(month < date_trunc('month', CAST(birth + INTERVAL 65 YEAR AS DATE)), disabled) THEN 'DISABLED'
    WHEN dual THEN 'AGED_DUAL' ELSE 'AGED_NON_DUAL' END AS type
FROM month_traits WHERE cost.personYears;
