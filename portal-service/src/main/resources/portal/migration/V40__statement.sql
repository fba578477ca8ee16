-- Where each period stands, and its statements, which never change: of the whole contract.
CREATE TABLE period (
  key      text PRIMARY KEY,
  version  bigint NOT NULL,
  ended    boolean NOT NULL,
  contract text NOT NULL,
  period   text NOT NULL,
  body     bytea NOT NULL
);

CREATE TABLE statement (
  key       text PRIMARY KEY,
  contract  text NOT NULL,
  period    text NOT NULL,
  statement text NOT NULL,
  cut_date  date NOT NULL,
  body      bytea NOT NULL
);
CREATE INDEX statement_period ON statement (contract, period);

GRANT SELECT ON period, statement TO corridor_portal_reader;

ALTER TABLE period ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON period FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[]));

ALTER TABLE statement ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON statement FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[]));
