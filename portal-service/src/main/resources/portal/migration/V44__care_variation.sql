-- Procedures of members by quarter, and how clinicians differ in them (LAN report 6). Both for those who see a contract as a
-- whole: the clinicians of its cases belong to any practice.
CREATE TABLE member_case (
  key      text PRIMARY KEY,
  version  bigint NOT NULL,
  ended    boolean NOT NULL,
  member   text NOT NULL,
  contract text NOT NULL,
  quarter  text NOT NULL,
  known_at timestamptz NOT NULL,
  body     bytea NOT NULL
);
CREATE INDEX member_case_quarter ON member_case (contract, quarter);

CREATE TABLE care_variation (
  key           text PRIMARY KEY,
  version       bigint NOT NULL,
  ended         boolean NOT NULL,
  contract      text NOT NULL,
  quarter       text NOT NULL,
  business_date date NOT NULL,
  known_at      timestamptz NOT NULL,
  body          bytea NOT NULL
);
CREATE INDEX care_variation_quarter ON care_variation (contract, quarter);

GRANT SELECT ON member_case, care_variation TO corridor_portal_reader;

ALTER TABLE member_case ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON member_case FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[]));

ALTER TABLE care_variation ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON care_variation FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[]));
