-- Roster disputes and where they stand.
CREATE TABLE dispute (
  key          text PRIMARY KEY,
  version      bigint NOT NULL,
  ended        boolean NOT NULL,
  dispute      text NOT NULL,
  member       text NOT NULL,
  contract     text NOT NULL,
  payer        text NOT NULL,
  status       text NOT NULL,
  type         text,
  from_month   text,
  claimed_tin  text,
  submitted_by text,
  review_due   date,
  decision_due date,
  clock        text,
  decided_by   text,
  refused      text
) WITH (fillfactor = 85);
CREATE INDEX dispute_id ON dispute (dispute);

GRANT SELECT ON dispute TO corridor_portal_reader;
ALTER TABLE dispute ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON dispute FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR claimed_tin = ANY ((SELECT portal.seen_tins())::text[])
  OR EXISTS (SELECT FROM portal.roster r
    WHERE r.member = dispute.member AND r.contract = dispute.contract));
