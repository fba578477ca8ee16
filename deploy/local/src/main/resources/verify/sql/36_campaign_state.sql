-- The state of each member's campaign, event by event: UNATTRIBUTED -> LETTER_SENT -> RESPONDED, or after the wait
-- PROXIMITY_ASSIGNED -> MEMBER_DECLINED, PROVIDER_DECLINED or STANDS (domain.md 1.6).

CREATE TABLE campaign_input AS
SELECT e.contract, e.member, e.place, e.day, e.kind, coalesce(u.open, false) AS open, coalesce(u.held, false) AS held, m.wait_days, m.decline_days,
  coalesce(o.sites, []) AS sites, coalesce(p.tins, []) AS tins
FROM campaign_event e
LEFT JOIN campaign_month m ON m.contract = e.contract AND m.month = date_trunc('month', e.day)
LEFT JOIN campaign_member_month u ON u.contract = e.contract AND u.member = e.member AND u.month = date_trunc('month', e.day)
LEFT JOIN campaign_offer o ON e.kind = 'FIRST' AND o.contract = e.contract AND o.member = e.member AND o.day = e.day
LEFT JOIN (
  SELECT c.contract, c.month, list(p.tin) AS tins FROM campaign_month c
  JOIN participant p ON p.contract = c.contract AND p.version = c.version AND c.month >= p.day_from AND c.month < p.day_until
  GROUP BY c.contract, c.month) p ON e.kind = 'FIRST' AND p.contract = e.contract AND p.month = e.day;

-- What an event does, by the phase that it finds. A letter is out from the day it is sent until it is answered, the member
-- declines, or it is over: on a first on which a method finds a practice, or on which the one assigned takes no part any more.
-- A search follows the last day to answer, or the practice's decline.
CREATE TABLE campaign_step AS
WITH RECURSIVE folded AS (
  SELECT contract, member, CAST(0 AS BIGINT) AS place, 'NONE' AS phase, CAST(NULL AS DATE) AS letter, CAST(NULL AS DATE) AS answer_due,
    CAST(NULL AS DATE) AS search_after, CAST(NULL AS DATE) AS assigned_on, CAST(NULL AS DATE) AS decline_due,
    CAST(NULL AS STRUCT(site VARCHAR, tin VARCHAR, npi VARCHAR, measure VARCHAR, thousandths BIGINT, by_specialist BOOLEAN)) AS pick,
    CAST(NULL AS DATE) AS declined_on, CAST([] AS VARCHAR[]) AS declined_sites, 'NONE' AS effect
  FROM (SELECT DISTINCT contract, member FROM campaign_input)
  UNION ALL
  SELECT contract, member, place,
    CASE effect WHEN 'SENT' THEN 'LETTER_SENT' WHEN 'ANSWERED' THEN 'RESPONDED' WHEN 'FOUND' THEN 'PROXIMITY_ASSIGNED'
      WHEN 'NOBODY' THEN 'NOBODY_NEAR' WHEN 'OVER' THEN 'NONE' WHEN 'ENDED' THEN 'NONE'
      WHEN 'MEMBER_DECLINED' THEN 'MEMBER_DECLINED' WHEN 'PROVIDER_DECLINED' THEN 'PROVIDER_DECLINED' ELSE phase END,
    CASE effect WHEN 'SENT' THEN day ELSE letter END,
    CASE effect WHEN 'SENT' THEN day + wait_days ELSE answer_due END,
    CASE effect WHEN 'SENT' THEN day + wait_days WHEN 'PROVIDER_DECLINED' THEN day ELSE search_after END,
    CASE WHEN effect IN ('SENT', 'PROVIDER_DECLINED') THEN NULL WHEN effect = 'FOUND' THEN day ELSE assigned_on END,
    CASE WHEN effect IN ('SENT', 'PROVIDER_DECLINED') THEN NULL WHEN effect = 'FOUND' THEN day + decline_days ELSE decline_due END,
    CASE WHEN effect IN ('SENT', 'PROVIDER_DECLINED') THEN NULL WHEN effect = 'FOUND' THEN found_site ELSE pick END,
    CASE WHEN effect = 'SENT' THEN NULL WHEN effect IN ('MEMBER_DECLINED', 'PROVIDER_DECLINED') THEN day ELSE declined_on END,
    CASE effect WHEN 'PROVIDER_DECLINED' THEN list_sort(list_distinct(list_append(declined_sites, pick.site))) ELSE declined_sites END,
    effect
  FROM (
    SELECT *, CASE kind
        WHEN 'LETTER_SENT' THEN CASE WHEN open AND phase IN ('NONE', 'RESPONDED', 'MEMBER_DECLINED') THEN 'SENT' ELSE 'REFUSED' END
        WHEN 'ANSWERED' THEN CASE WHEN phase = 'LETTER_SENT' AND day <= answer_due THEN 'ANSWERED' ELSE 'REFUSED' END
        WHEN 'SELECTED' THEN CASE WHEN phase = 'LETTER_SENT' AND day <= answer_due THEN 'ANSWERED' ELSE 'NONE' END
        WHEN 'FIRST' THEN CASE
          WHEN phase = 'PROXIMITY_ASSIGNED' THEN CASE WHEN list_contains(tins, pick.tin) THEN 'NONE' ELSE 'ENDED' END
          WHEN phase NOT IN ('LETTER_SENT', 'NOBODY_NEAR', 'PROVIDER_DECLINED') OR day <= search_after THEN 'NONE'
          WHEN held THEN 'OVER' WHEN NOT open THEN 'NONE' WHEN found_site IS NULL THEN 'NOBODY' ELSE 'FOUND' END
        ELSE CASE WHEN phase = 'PROXIMITY_ASSIGNED' AND day <= decline_due THEN kind ELSE 'REFUSED' END END AS effect
    FROM (
      SELECT f.* EXCLUDE (place, effect), i.place, i.day, i.kind, i.open, i.held, i.wait_days, i.decline_days, i.tins,
        list_filter(i.sites, lambda s: NOT list_contains(f.declined_sites, s.site))[1] AS found_site
      FROM folded f
      JOIN campaign_input i ON i.contract = f.contract AND i.member = f.member AND i.place = f.place + 1)))
SELECT * FROM folded;

-- Days on which an alignment stands: from the first on which it was found until the day of a decline, or the first on which
-- its practice takes no part any more.
CREATE TABLE alignment_span AS
SELECT f.contract, f.member, f.assigned_on AS day_from, coalesce(f.until, DATE '9999-12-31') AS day_until, f.pick.tin AS tin, f.pick.npi AS npi
FROM (
  SELECT s.*, (SELECT arg_min(i.day, d.place) FROM campaign_step d
    JOIN campaign_input i ON i.contract = d.contract AND i.member = d.member AND i.place = d.place
    WHERE d.contract = s.contract AND d.member = s.member AND d.place > s.place
      AND d.effect IN ('MEMBER_DECLINED', 'PROVIDER_DECLINED', 'ENDED')) AS until
  FROM campaign_step s WHERE s.effect = 'FOUND') f;
