-- Where the campaign stands with a member (domain.md 1.6): who has no practice in the business month is due a letter, unless one was
-- sent that is not over; of a letter that is over only the steps are told, and always the sites that declined the member.

CREATE TABLE campaign_now AS
SELECT coalesce(s.contract, u.contract) AS contract, coalesce(s.member, u.member) AS member, s.* EXCLUDE (contract, member),
  EXISTS (
    SELECT 1 FROM campaign_action a WHERE a.contract = s.contract AND a.member = s.member) AS acted,
  CASE WHEN coalesce(s.phase, 'NONE') = 'PROXIMITY_ASSIGNED' THEN CASE WHEN run.business_date <= s.decline_due THEN s.phase ELSE 'STANDS' END
    WHEN coalesce(s.phase, 'NONE') <> 'NONE' THEN s.phase WHEN u.open THEN 'LETTER_DUE' END AS status
FROM (SELECT * FROM campaign_step QUALIFY row_number() OVER (PARTITION BY contract, member ORDER BY place DESC) = 1) s
FULL JOIN (SELECT u.* FROM campaign_member_month u, run WHERE u.month = date_trunc('month', run.business_date)) u
  ON u.contract = s.contract AND u.member = s.member, run;

CREATE TABLE expect_campaign AS
SELECT member || '|' || contract AS key, member, contract, status,
  CASE WHEN told THEN letter END AS "letterSent", CASE WHEN told THEN answer_due END AS "answerDue",
  CASE WHEN told THEN assigned_on END AS "assignedOn", CASE WHEN told THEN decline_due END AS "declineDue",
  CASE WHEN told THEN pick.site END AS site, CASE WHEN told THEN pick.tin END AS tin, CASE WHEN told THEN pick.npi END AS npi,
  CASE WHEN told THEN pick.measure END AS measure,
  CASE WHEN told THEN CAST(CAST(pick.thousandths AS DECIMAL(18,0)) * CAST('0.001' AS DECIMAL(4,3)) AS DECIMAL(18,6)) END AS miles,
  CASE WHEN told THEN pick.by_specialist END AS "bySpecialist",
  CASE WHEN told THEN declined_on END AS "declinedOn", CAST(to_json(coalesce(declined_sites, [])) AS VARCHAR) AS "declinedSites"
FROM (SELECT *, coalesce(phase <> 'NONE', false) AS told FROM campaign_now)
WHERE status IS NOT NULL OR acted;

CREATE TABLE expect_campaign_steps AS
SELECT e.member || '|' || e.contract AS key, CAST(row_number() OVER (PARTITION BY e.contract, e.member ORDER BY e.place) AS VARCHAR) AS item,
  e.id AS "actionId", e.kind AS action, e.user_name AS "user", e.acted_at AS "at", s.effect = 'REFUSED' AS "refused?"
FROM campaign_event e
JOIN campaign_step s ON s.contract = e.contract AND s.member = e.member AND s.place = e.place
WHERE e.part = 2;
