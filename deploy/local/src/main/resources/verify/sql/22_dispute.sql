-- Disputes about rosters (domain.md 1.8): what people did, taken action by action, and the adjustments that hold because of it.

-- The n-th business day after a day (Monday to Friday).
CREATE MACRO last_weekday(day) AS day - CAST(greatest(0, isodow(day) - 5) AS INTEGER);

CREATE MACRO business_days_after(day, n) AS
  last_weekday(day) + CAST(n + 2 * ((isodow(last_weekday(day)) - 1 + n) // 5) AS INTEGER);

-- Months of performance years, begun or not, by the terms that hold in them.
CREATE TABLE dispute_month AS
SELECT contract, version, month, zone, review_days, decision_days
FROM (
  SELECT contract, version, effectiveFrom, zone, coalesce(attribution.disputes.reviewDays, 5) AS review_days,
    coalesce(attribution.disputes.decisionDays, 30) AS decision_days,
    CAST(unnest(generate_series(date_trunc('month', y."from"), CAST(y.lastDay AS TIMESTAMP), INTERVAL 1 MONTH)) AS DATE) AS month
  FROM (SELECT *, unnest(years) AS y FROM terms))
WHERE effectiveFrom <= month
QUALIFY row_number() OVER (PARTITION BY contract, month ORDER BY version DESC) = 1;

-- Since when the lists of a year are final, by its first closing (domain.md 1.7).
CREATE TABLE final_list AS
SELECT json_extract_string(body, '$.contract') AS contract, CAST(json_extract_string(body, '$.from') AS DATE) AS month_from,
  CAST(json_extract_string(body, '$.until') AS DATE) AS month_until, CAST(json_extract_string(body, '$.listFinalSince') AS DATE) AS since
FROM found
WHERE topic = 'settlement.period.v1' AND op NOT IN ('END', 'RETRACT') AND json_extract_string(body, '$.listFinalSince') IS NOT NULL;

-- A repeated id is the same action. Merged ids are one person. A sound submission says what it must, of a month of a
-- performance year whose list was not final on the day before.
CREATE TABLE dispute_action AS
SELECT coalesce(r.root, a.member) AS member, a.* EXCLUDE (member), coalesce(a.action = 'SUBMIT' AND m.month IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM final_list f WHERE f.contract = a.contract AND m.month >= f.month_from AND m.month < f.month_until
      AND CAST((a.acted_at AT TIME ZONE 'UTC') AT TIME ZONE m.zone AS DATE) > f.since)
    AND a.type IN ('NOT_MY_PATIENT', 'SHOULD_BE_MINE', 'WRONG_NPI', 'DECEASED', 'MOVED') AND coalesce(a.throughMonth >= a.fromMonth, true)
    AND (a.type NOT IN ('SHOULD_BE_MINE', 'WRONG_NPI') OR a.claimedTin IS NOT NULL) AND (a.type <> 'WRONG_NPI' OR a.claimedNpi IS NOT NULL), false) AS sound,
  row_number() OVER (PARTITION BY coalesce(r.root, a.member) ORDER BY a.acted_at, a.dispute, a.id) AS place
FROM (
  SELECT j.actionId AS id, j.* EXCLUDE (actionId, "user", "at", "from"), j."user" AS user_name, j."at" AS acted_at, j."from" AS first_day
  FROM (SELECT key, json_transform(body, '{"actionId":"VARCHAR","dispute":"VARCHAR","member":"VARCHAR","contract":"VARCHAR","action":"VARCHAR",
    "type":"VARCHAR","fromMonth":"VARCHAR","throughMonth":"VARCHAR","claimedTin":"VARCHAR","claimedNpi":"VARCHAR","evidence":["VARCHAR"],
    "from":"DATE","lastDay":"DATE","tin":"VARCHAR","npi":"VARCHAR","user":"VARCHAR","at":"TIMESTAMP"}') AS j
    FROM found WHERE topic = 'portal.dispute.v1')
  QUALIFY row_number() OVER (PARTITION BY j.member, j.dispute, j.actionId ORDER BY j."at") = 1) a
LEFT JOIN identity_root r ON r.member = a.member
LEFT JOIN dispute_month m ON m.contract = a.contract AND m.month = TRY_CAST(a.fromMonth || '-01' AS DATE), run
WHERE EXISTS (SELECT 1 FROM terms t WHERE t.contract = a.contract) AND (run.cut IS NULL OR a.acted_at < run.cut);

-- The days that an action would adjust, whom it names (nobody has no clinician), and whether the practice takes part on
-- the first of them. Days of actions and both clocks are those of the terms of the month that the submission begins with.
CREATE TABLE dispute_input AS
SELECT * REPLACE (CASE WHEN tin IS NOT NULL THEN npi END AS npi), tin IS NULL OR EXISTS (
    SELECT 1 FROM dispute_month m JOIN participant p ON p.contract = m.contract AND p.version = m.version
    WHERE m.contract = a.contract AND m.month = date_trunc('month', a.first_day) AND p.tin = a.tin
      AND a.first_day >= p.day_from AND a.first_day < p.day_until) AS takes_part
FROM (
  SELECT a.* REPLACE (
    CASE WHEN a.action = 'UPHOLD' THEN s.claimed_from ELSE a.first_day END AS first_day,
    CASE WHEN a.action = 'UPHOLD' THEN s.claimedTin ELSE a.tin END AS tin, CASE WHEN a.action = 'UPHOLD' THEN s.claimedNpi ELSE a.npi END AS npi),
    CASE WHEN a.action = 'UPHOLD' THEN s.claimed_until ELSE a.lastDay + 1 END AS until_day, s.claimed_from, s.claimed_until,
    s.review_days, s.decision_days, CAST((a.acted_at AT TIME ZONE 'UTC') AT TIME ZONE s.zone AS DATE) AS day
  FROM dispute_action a
  -- the submission that stands: the first sound one
  LEFT JOIN (
    SELECT d.*, m.* EXCLUDE (contract), m.month AS claimed_from, CAST(CAST(d.throughMonth || '-01' AS DATE) + INTERVAL 1 MONTH AS DATE) AS claimed_until
    FROM dispute_action d JOIN dispute_month m ON d.sound AND m.contract = d.contract AND m.month = CAST(d.fromMonth || '-01' AS DATE)
    QUALIFY row_number() OVER (PARTITION BY d.member, d.dispute ORDER BY d.place) = 1) s
    ON s.member = a.member AND s.dispute = a.dispute AND s.place <= a.place) a;

-- Action by action, after a sound submission. Somebody other than the submitter reviews and decides, somebody other than the one who
-- decided rescinds, once and with a day of the adjustment if with one; after the last day to decide nothing is taken but that; no two
-- adjustments of a member and contract hold on one day.
CREATE TABLE dispute_step AS
WITH RECURSIVE folded AS (
  SELECT member, CAST(0 AS BIGINT) AS place, false AS refused, CAST([] AS STRUCT(dispute VARCHAR, contract VARCHAR, status VARCHAR, submitted BIGINT,
      submitter VARCHAR, decision_due DATE, review BIGINT, decision BIGINT, decider VARCHAR, rescission BIGINT, day_from DATE, day_until DATE, tin VARCHAR,
      npi VARCHAR)[]) AS disputes
  FROM (SELECT DISTINCT member FROM dispute_action)
  UNION ALL
  SELECT member, place, NOT taken, CASE WHEN NOT taken THEN disputes ELSE list_append(list_filter(disputes, lambda d: d.dispute <> this), struct_pack(
    dispute := this, contract := contract,
    status := CASE action WHEN 'SUBMIT' THEN 'SUBMITTED' WHEN 'REVIEW' THEN 'UNDER_REVIEW' WHEN 'UPHOLD' THEN 'UPHELD' WHEN 'PARTIAL' THEN 'PARTIAL'
      WHEN 'REJECT' THEN 'REJECTED' WHEN 'WITHDRAW' THEN 'WITHDRAWN' ELSE c.status END,
    submitted := CASE action WHEN 'SUBMIT' THEN place ELSE c.submitted END, submitter := CASE action WHEN 'SUBMIT' THEN user_name ELSE c.submitter END,
    decision_due := CASE action WHEN 'SUBMIT' THEN business_days_after(day, decision_days) ELSE c.decision_due END,
    review := CASE action WHEN 'REVIEW' THEN place ELSE c.review END,
    decision := CASE WHEN action IN ('UPHOLD', 'PARTIAL', 'REJECT') THEN place ELSE c.decision END,
    decider := CASE WHEN action IN ('UPHOLD', 'PARTIAL', 'REJECT') THEN user_name ELSE c.decider END,
    rescission := CASE action WHEN 'RESCIND' THEN place ELSE c.rescission END,
    day_from := CASE WHEN action IN ('UPHOLD', 'PARTIAL') THEN first_day WHEN action = 'RESCIND' AND coalesce(first_day <= c.day_from, true) THEN NULL ELSE c.day_from END,
    day_until := CASE WHEN action IN ('UPHOLD', 'PARTIAL') THEN coalesce(until_day, DATE '9999-12-31') WHEN action = 'RESCIND' THEN least(first_day, c.day_until) ELSE c.day_until END,
    tin := CASE WHEN action IN ('UPHOLD', 'PARTIAL') THEN tin ELSE c.tin END, npi := CASE WHEN action IN ('UPHOLD', 'PARTIAL') THEN npi ELSE c.npi END)) END
  FROM (
    SELECT *, coalesce(CASE
        WHEN action = 'SUBMIT' THEN c IS NULL AND sound
        WHEN c IS NULL THEN false
        WHEN action = 'RESCIND' THEN c.day_from IS NOT NULL AND c.rescission IS NULL AND user_name <> c.decider
          AND coalesce(first_day >= c.day_from AND first_day < c.day_until, true)
        WHEN c.status NOT IN ('SUBMITTED', 'UNDER_REVIEW') OR day > c.decision_due THEN false
        WHEN action = 'ADD_EVIDENCE' THEN true
        WHEN action = 'WITHDRAW' THEN user_name = c.submitter
        WHEN user_name = c.submitter THEN false
        WHEN action = 'REVIEW' THEN c.status = 'SUBMITTED'
        WHEN c.status <> 'UNDER_REVIEW' THEN false
        WHEN action = 'REJECT' THEN true
        WHEN action IN ('UPHOLD', 'PARTIAL') THEN takes_part AND first_day >= claimed_from AND coalesce(until_day, DATE '9999-12-31') <= coalesce(claimed_until, DATE '9999-12-31')
          AND first_day < coalesce(until_day, DATE '9999-12-31') AND len(list_filter(disputes, lambda d: d.contract = contract AND d.dispute <> this
            AND d.day_from < coalesce(until_day, DATE '9999-12-31') AND d.day_until > first_day)) = 0
        ELSE false END, false) AS taken
    FROM (
      SELECT f.member, f.disputes, i.place, i.dispute AS this, i.contract, i.action, i.user_name, i.day, i.decision_days, i.first_day, i.until_day, i.tin, i.npi,
        i.claimed_from, i.claimed_until, i.takes_part, i.sound, list_filter(f.disputes, lambda d: d.dispute = i.dispute)[1] AS c
      FROM folded f
      JOIN dispute_input i ON i.member = f.member AND i.place = f.place + 1)))
SELECT * FROM folded;

CREATE TABLE dispute_state AS
SELECT member, unnest(disputes, recursive := true)
FROM (SELECT * FROM dispute_step QUALIFY row_number() OVER (PARTITION BY member ORDER BY place DESC) = 1);

-- What holds: nobody or a practice and clinician, on days of a contract.
CREATE TABLE adjustment AS
SELECT contract, member, dispute, day_from, day_until, tin, npi FROM dispute_state WHERE day_from IS NOT NULL AND day_from < day_until;
