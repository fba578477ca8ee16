-- Disputes about rosters (domain.md 1.8): what people did, taken action by action, and the adjustments that hold because of it.

-- The n-th business day after a day (Monday to Friday).
CREATE MACRO last_weekday(day) AS day - CAST(greatest(0, isodow(day) - 5) AS INTEGER);

CREATE MACRO business_days_after(day, n) AS
  last_weekday(day) + CAST(n + 2 * ((isodow(last_weekday(day)) - 1 + n) // 5) AS INTEGER);

-- A repeated id is the same action. Merged ids are one person.
CREATE TABLE dispute_action AS
SELECT coalesce(r.root, a.member) AS member, a.* EXCLUDE (member), z.review_days, z.decision_days,
  CAST((a.acted_at AT TIME ZONE 'UTC') AT TIME ZONE z.zone AS DATE) AS day,
  row_number() OVER (PARTITION BY coalesce(r.root, a.member) ORDER BY a.acted_at, a.dispute, a.id) AS place
FROM (
  SELECT j.actionId AS id, j.* EXCLUDE (actionId, "user", "at", "from"), j."user" AS user_name, j."at" AS acted_at, j."from" AS first_day
  FROM (SELECT key, json_transform(body, '{"actionId":"VARCHAR","dispute":"VARCHAR","member":"VARCHAR","contract":"VARCHAR","action":"VARCHAR",
    "type":"VARCHAR","fromMonth":"VARCHAR","throughMonth":"VARCHAR","claimedTin":"VARCHAR","claimedNpi":"VARCHAR","evidence":["VARCHAR"],
    "from":"DATE","lastDay":"DATE","tin":"VARCHAR","npi":"VARCHAR","user":"VARCHAR","at":"TIMESTAMP"}') AS j
    FROM found WHERE topic = 'portal.dispute.v1')
  QUALIFY row_number() OVER (PARTITION BY j.member, j.dispute, j.actionId ORDER BY j."at") = 1) a
JOIN (
  SELECT contract, arg_max(zone, version) AS zone, arg_max(coalesce(attribution.disputes.reviewDays, 5), version) AS review_days,
    arg_max(coalesce(attribution.disputes.decisionDays, 30), version) AS decision_days
  FROM terms GROUP BY contract) z ON z.contract = a.contract
LEFT JOIN identity_root r ON r.member = a.member, run
WHERE run.cut IS NULL OR a.acted_at < run.cut;

-- The days that an action would adjust, and whether the practice it names takes part on the first of them.
CREATE TABLE dispute_input AS
SELECT *, tin IS NULL OR EXISTS (
    SELECT 1 FROM participant p JOIN terms t ON t.contract = p.contract AND t.version = p.version
    WHERE p.contract = a.contract AND p.tin = a.tin AND a.first_day >= p.day_from AND a.first_day < p.day_until AND t.effectiveFrom <= a.first_day
      AND NOT EXISTS (SELECT 1 FROM terms n WHERE n.contract = t.contract AND n.version > t.version AND n.effectiveFrom <= a.first_day)) AS takes_part
FROM (
  SELECT a.* REPLACE (
    CASE WHEN a.action = 'UPHOLD' THEN CAST(s.fromMonth || '-01' AS DATE) ELSE a.first_day END AS first_day,
    CASE WHEN a.action = 'UPHOLD' THEN s.claimedTin ELSE a.tin END AS tin, CASE WHEN a.action = 'UPHOLD' THEN s.claimedNpi ELSE a.npi END AS npi),
    CASE WHEN a.action = 'UPHOLD' THEN CAST(CAST(s.throughMonth || '-01' AS DATE) + INTERVAL 1 MONTH AS DATE) ELSE a.lastDay + 1 END AS until_day,
    CAST(s.fromMonth || '-01' AS DATE) AS claimed_from, CAST(CAST(s.throughMonth || '-01' AS DATE) + INTERVAL 1 MONTH AS DATE) AS claimed_until
  FROM dispute_action a
  -- the submission that stands: the first that says what it must
  LEFT JOIN (
    SELECT * FROM dispute_action WHERE action = 'SUBMIT' AND type IN ('NOT_MY_PATIENT', 'SHOULD_BE_MINE', 'WRONG_NPI', 'DECEASED', 'MOVED')
      AND fromMonth IS NOT NULL AND coalesce(throughMonth >= fromMonth, true)
      AND (type NOT IN ('SHOULD_BE_MINE', 'WRONG_NPI') OR claimedTin IS NOT NULL) AND (type <> 'WRONG_NPI' OR claimedNpi IS NOT NULL)
    QUALIFY row_number() OVER (PARTITION BY member, dispute ORDER BY place) = 1) s
    ON s.member = a.member AND s.dispute = a.dispute AND s.place <= a.place) a;

-- Action by action. Somebody other than the submitter reviews and decides, somebody other than the one who decided rescinds; after
-- the last day to decide nothing is taken but that; no two adjustments of a member and contract hold on one day.
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
        WHEN action = 'RESCIND' THEN c.day_from IS NOT NULL AND c.rescission IS NULL AND user_name <> c.decider
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
        i.claimed_from, i.claimed_until, i.takes_part, list_filter(f.disputes, lambda d: d.dispute = i.dispute)[1] AS c,
        i.type IN ('NOT_MY_PATIENT', 'SHOULD_BE_MINE', 'WRONG_NPI', 'DECEASED', 'MOVED') AND i.fromMonth IS NOT NULL AND coalesce(i.throughMonth >= i.fromMonth, true)
          AND (i.type NOT IN ('SHOULD_BE_MINE', 'WRONG_NPI') OR i.claimedTin IS NOT NULL) AND (i.type <> 'WRONG_NPI' OR i.claimedNpi IS NOT NULL) AS sound
      FROM folded f
      JOIN dispute_input i ON i.member = f.member AND i.place = f.place + 1)))
SELECT * FROM folded;

CREATE TABLE dispute_state AS
SELECT member, unnest(disputes, recursive := true)
FROM (SELECT * FROM dispute_step QUALIFY row_number() OVER (PARTITION BY member ORDER BY place DESC) = 1);

-- What holds: nobody or a practice and clinician, on days of a contract.
CREATE TABLE adjustment AS
SELECT contract, member, dispute, day_from, day_until, tin, npi FROM dispute_state WHERE day_from IS NOT NULL AND day_from < day_until;
