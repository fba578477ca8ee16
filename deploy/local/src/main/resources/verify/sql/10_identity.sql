-- Merged member ids (domain.md 0 "Person": ids are resolved first, then everything is computed). Links in
-- force, as known at the end (or at a roster's cut), make groups; each group has one root; a member's
-- surrogate becomes its root's, so that every later stage sees one person.

CREATE TABLE identity_version AS
SELECT file, line AS feed_line, text, coalesce(j.receivedAt, as_of) AS received_at, j.*
FROM (
  SELECT file, line, text, as_of, json_transform(text, '{
    "payer":"VARCHAR","linkId":"VARCHAR","version":"INTEGER","status":"VARCHAR","member":"VARCHAR",
    "survivor":"VARCHAR","at":"TIMESTAMP","receivedAt":"TIMESTAMP"}') AS j
  FROM accepted_line WHERE record_type = 'identity'),
  run
WHERE run.cut IS NULL OR coalesce(j.receivedAt, as_of) < run.cut;

CREATE TABLE identity_link AS
SELECT v.payer, v.linkId AS link, v.at, g.member AS given, s.member AS survivor
FROM (
  SELECT *, row_number() OVER (
      PARTITION BY payer, linkId ORDER BY version DESC, received_at DESC, text DESC) AS place
  FROM identity_version) v
JOIN member_surrogate g ON g.payer = v.payer AND g.source_id = v.member
JOIN member_surrogate s ON s.payer = v.payer AND s.source_id = v.survivor
WHERE place = 1 AND status = 'ACTIVE';

-- Ids that links connect in any direction are one group, named by its smallest id.
CREATE TABLE identity_group AS
WITH RECURSIVE edge AS (
  SELECT given AS a, survivor AS b FROM identity_link
  UNION SELECT survivor, given FROM identity_link),
reached AS (
  SELECT a, a AS b FROM edge
  UNION SELECT r.a, e.b FROM reached r JOIN edge e ON e.a = r.b)
SELECT a AS member, min(b) AS grp FROM reached GROUP BY a;

-- The root of a group (docs/feed-format.md "identity"): links from the earliest on, equal ones by payer and
-- link; each puts all ids that share the root of the id it gives up under the root of its survivor. A link
-- inside one root changes nothing, so one that closes a cycle needs no rule of its own here.
CREATE TABLE identity_root AS
WITH RECURSIVE step AS (
  SELECT l.given, l.survivor, g.grp,
    row_number() OVER (PARTITION BY g.grp ORDER BY l.at, l.payer || '|' || l.link) AS place
  FROM identity_link l JOIN identity_group g ON g.member = l.given),
folded AS (
  SELECT grp, CAST(0 AS BIGINT) AS place, list(member ORDER BY member) AS members, list(member ORDER BY member) AS roots
  FROM identity_group GROUP BY grp
  UNION ALL
  SELECT f.grp, s.place, f.members,
    list_transform(f.roots, lambda r: CASE
      WHEN r = f.roots[list_position(f.members, s.given)]
      THEN f.roots[list_position(f.members, s.survivor)] ELSE r END)
  FROM folded f JOIN step s ON s.grp = f.grp AND s.place = f.place + 1)
SELECT unnest(members) AS member, unnest(roots) AS root
FROM (SELECT * FROM folded QUALIFY row_number() OVER (PARTITION BY grp ORDER BY place DESC) = 1);

UPDATE member_surrogate SET member = r.root
FROM identity_root r WHERE r.member = member_surrogate.member AND r.root <> r.member;
