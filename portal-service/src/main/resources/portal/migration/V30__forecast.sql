-- What becomes of assignments if nothing happens: expected leavers and joiners of a practice.
CREATE TABLE forecast (
  key          text PRIMARY KEY,
  version      bigint NOT NULL,
  ended        boolean NOT NULL,
  member       text NOT NULL,
  contract     text NOT NULL,
  tin          text,
  changes_on   date,
  then_tin     text,
  reason       text,
  keeps_days   integer,
  keeps_allowed bigint
) WITH (fillfactor = 85);
CREATE INDEX forecast_tin ON forecast (tin, changes_on) WHERE NOT ended AND changes_on IS NOT NULL;
CREATE INDEX forecast_then ON forecast (then_tin, changes_on) WHERE NOT ended AND then_tin IS NOT NULL;

GRANT SELECT ON forecast TO corridor_portal_reader;
ALTER TABLE forecast ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON forecast FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[])
  OR then_tin = ANY ((SELECT portal.seen_tins())::text[]));
