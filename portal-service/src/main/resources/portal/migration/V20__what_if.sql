-- What small changes are worth, and answers to what-if questions: of the whole contract and of its practices.
CREATE TABLE marginal (
  key      text PRIMARY KEY,
  version  bigint NOT NULL,
  ended    boolean NOT NULL,
  contract text NOT NULL,
  level    text NOT NULL,
  id       text NOT NULL,
  period   text NOT NULL,
  body     bytea NOT NULL
);

CREATE TABLE what_if (
  key         text PRIMARY KEY,
  contract    text NOT NULL,
  period      text NOT NULL,
  request     text NOT NULL,
  recorded_at timestamptz NOT NULL,
  body        bytea NOT NULL
);
CREATE INDEX what_if_request ON what_if (contract, period, request);

GRANT SELECT ON marginal, what_if TO corridor_portal_reader;

ALTER TABLE marginal ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON marginal FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR (level = 'TIN' AND id = ANY ((SELECT portal.seen_tins())::text[])));

ALTER TABLE what_if ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON what_if FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[]));
