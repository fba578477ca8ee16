-- Programs: who takes part, and what their evaluations found. What evaluations read of a member month stands beside its
-- counted cost; the current root of merged members says whose months those are.
ALTER TABLE member_month ADD COLUMN in_scope bigint NOT NULL DEFAULT 0;
ALTER TABLE member_month ADD COLUMN inpatient boolean NOT NULL DEFAULT false;
ALTER TABLE member_month ADD COLUMN emergency boolean NOT NULL DEFAULT false;
CREATE INDEX member_month_contract ON member_month (contract);
CREATE INDEX person_number ON person (payer, member_number);

CREATE TABLE identity (
  member  text PRIMARY KEY,
  version bigint NOT NULL,
  root    text NOT NULL
);

CREATE TABLE program_member (
  key         text PRIMARY KEY,
  version     bigint NOT NULL,
  contract    text NOT NULL,
  program     text NOT NULL,
  member      text NOT NULL,
  enrolled_on date
);
CREATE INDEX program_member_program ON program_member (contract, program);

CREATE TABLE evaluation (
  key           text PRIMARY KEY,
  version       bigint NOT NULL,
  ended         boolean NOT NULL,
  contract      text NOT NULL,
  program       text NOT NULL,
  business_date date NOT NULL,
  known_at      timestamptz NOT NULL,
  body          bytea NOT NULL
);
CREATE INDEX evaluation_program ON evaluation (contract, program, business_date);

GRANT SELECT ON identity, program_member, evaluation TO corridor_portal_reader;

ALTER TABLE program_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON program_member FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[]));

ALTER TABLE evaluation ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON evaluation FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[]));
