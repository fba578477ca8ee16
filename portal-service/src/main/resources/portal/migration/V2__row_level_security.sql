-- The second lock. Pages read under the role `corridor_portal_reader`, which owns nothing, and within a
-- transaction that names the viewer's organisation in three settings:
--   corridor.all        'on' for those who may see every organisation
--   corridor.contracts  contracts seen as a whole (an ACO's), separated by commas
--   corridor.tins       practices seen on their own, separated by commas
-- A setting that is missing or empty shows nothing. The writer owns the tables and is not bound by this.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'corridor_portal_reader') THEN
    CREATE ROLE corridor_portal_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of the same server made it at this moment
END
$$;
GRANT corridor_portal_reader TO CURRENT_USER;
GRANT USAGE ON SCHEMA portal TO corridor_portal_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA portal TO corridor_portal_reader;
REVOKE ALL ON consumer_offset FROM corridor_portal_reader;

CREATE FUNCTION sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('corridor.all', true), '') = 'on' $$;
CREATE FUNCTION seen_contracts() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT string_to_array(coalesce(current_setting('corridor.contracts', true), ''), ',') $$;
CREATE FUNCTION seen_tins() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT string_to_array(coalesce(current_setting('corridor.tins', true), ''), ',') $$;

ALTER TABLE terms ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON terms FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tins && (SELECT portal.seen_tins()));

ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON assignment FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[]));

ALTER TABLE roster ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON roster FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[])
  OR prior_tin = ANY ((SELECT portal.seen_tins())::text[]));

-- A practice reads why a member of its list of that month is or is no longer with it.
ALTER TABLE explanation ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON explanation FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[])
  OR EXISTS (SELECT FROM portal.roster r WHERE r.key = explanation.key));

ALTER TABLE member_month ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON member_month FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[]));

ALTER TABLE budget ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON budget FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR (level = 'TIN' AND id = ANY ((SELECT portal.seen_tins())::text[])));

ALTER TABLE score ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON score FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR (level = 'TIN' AND id = ANY ((SELECT portal.seen_tins())::text[])));

ALTER TABLE estimate ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON estimate FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR (level = 'TIN' AND id = ANY ((SELECT portal.seen_tins())::text[])));

ALTER TABLE gap ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON gap FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[]));

ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON alert FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[]));

ALTER TABLE task ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON task FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all()) OR contract = ANY ((SELECT portal.seen_contracts())::text[])
  OR tin = ANY ((SELECT portal.seen_tins())::text[]));

ALTER TABLE task_action ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON task_action FOR SELECT TO corridor_portal_reader USING (
  EXISTS (SELECT FROM portal.task t WHERE t.encounter = task_action.encounter)
  OR EXISTS (SELECT FROM portal.alert a WHERE a.key = task_action.encounter));

-- Persons are seen through what is seen of them: their assignment, a roster row or an alert.
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON person FOR SELECT TO corridor_portal_reader USING (
  (SELECT portal.sees_all())
  OR EXISTS (SELECT FROM portal.assignment a WHERE a.member = person.member)
  OR EXISTS (SELECT FROM portal.alert a WHERE a.member = person.member)
  OR EXISTS (SELECT FROM portal.roster r WHERE r.member = person.member));
CREATE INDEX roster_member ON roster (member);
