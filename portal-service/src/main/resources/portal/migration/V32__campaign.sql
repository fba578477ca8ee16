-- Where the alignment campaign stands with a member.
CREATE TABLE campaign (
  key         text PRIMARY KEY,
  version     bigint NOT NULL,
  ended       boolean NOT NULL,
  member      text NOT NULL,
  contract    text NOT NULL,
  status      text,
  letter_sent date,
  answer_due  date,
  decline_due date,
  site        text,
  tin         text,
  measure     text,
  miles       numeric(18, 6),
  refused     text
) WITH (fillfactor = 85);
CREATE INDEX campaign_member ON campaign (member);

GRANT SELECT ON campaign TO corridor_portal_reader;
ALTER TABLE campaign ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON campaign FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[]));

-- Whom nobody has yet is called by name too, by those who see the campaign.
ALTER POLICY seen ON person USING (
  (SELECT portal.sees_all())
  OR EXISTS (SELECT FROM portal.assignment a WHERE a.member = person.member)
  OR EXISTS (SELECT FROM portal.alert a WHERE a.member = person.member)
  OR EXISTS (SELECT FROM portal.roster r WHERE r.member = person.member)
  OR EXISTS (SELECT FROM portal.campaign c WHERE c.member = person.member));
