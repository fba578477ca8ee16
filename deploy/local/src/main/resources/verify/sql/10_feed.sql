-- Feed lines to typed records. Lines that intake rejected are absent (decisions 24): their places are
-- taken from the results, so that what is compared is the answer to the accepted lines.
-- run.cut: only records received before it are known (roster cuts); null: everything is known.

-- A line that repeats another but for its receipt is the same version, received when it first came (DESIGN 2.1).
CREATE TABLE accepted_line AS
SELECT l.record_type, l.file, l.line, l.text, l.as_of
FROM feed_line l
WHERE NOT EXISTS (SELECT 1 FROM rejected_line r WHERE r.file = l.file AND r.line = l.line)
  AND json_valid(l.text)
QUALIFY row_number() OVER (
  PARTITION BY l.record_type, regexp_replace(l.text, '"receivedAt":"[^"]*",?', '')
  ORDER BY coalesce(CAST(json_extract_string(l.text, '$.receivedAt') AS TIMESTAMP), l.as_of), l.file, l.line) = 1;

CREATE TABLE claim_version AS
SELECT file, line AS feed_line, text, coalesce(j.receivedAt, as_of) AS received_at, j.*
FROM (
  SELECT file, line, text, as_of, json_transform(text, '{
    "payer":"VARCHAR","claimId":"VARCHAR","version":"INTEGER","status":"VARCHAR","type":"VARCHAR",
    "paymentKind":"VARCHAR","member":"VARCHAR","from":"DATE","through":"DATE","admitted":"DATE",
    "discharged":"DATE","typeOfBill":"VARCHAR","msDrg":"VARCHAR","facility":"VARCHAR",
    "billingTin":"VARCHAR","referringNpi":"VARCHAR","codeSystem":"VARCHAR","principalDiagnosis":"VARCHAR",
    "diagnoses":["VARCHAR"],"procedures":["VARCHAR"],"receivedAt":"TIMESTAMP","paidOn":"DATE",
    "lines":[{"line":"INTEGER","from":"DATE","through":"DATE","hcpcs":"VARCHAR","modifiers":["VARCHAR"],
      "revenueCode":"VARCHAR","placeOfService":"VARCHAR","renderingNpi":"VARCHAR",
      "specialty":"VARCHAR","taxonomy":"VARCHAR","units":"DECIMAL(18,6)","ndc":"VARCHAR","allowed":"DECIMAL(18,2)","paid":"DECIMAL(18,2)",
      "shadowAllowed":"DECIMAL(18,2)","denied":"BOOLEAN","diagnoses":["VARCHAR"]}]}') AS j
  FROM accepted_line WHERE record_type = 'claim'),
  run
WHERE run.cut IS NULL OR coalesce(j.receivedAt, as_of) < run.cut;

CREATE TABLE enrollment_version AS
SELECT file, line AS feed_line, text, coalesce(j.receivedAt, as_of) AS received_at, j.*
FROM (
  SELECT file, line, text, as_of, json_transform(text, '{
    "payer":"VARCHAR","recordId":"VARCHAR","version":"INTEGER","status":"VARCHAR","member":"VARCHAR",
    "receivedAt":"TIMESTAMP","kind":"VARCHAR",
    "coverage":{"lineOfBusiness":"VARCHAR","from":"DATE","lastDay":"DATE","partA":"BOOLEAN",
      "partB":"BOOLEAN","managedCare":"BOOLEAN","dual":"BOOLEAN","waiver":"BOOLEAN",
      "optedOut":"BOOLEAN","state":"VARCHAR","county":"VARCHAR","zip":"VARCHAR","exclusiveProgram":"VARCHAR",
      "esrd":"BOOLEAN","disabled":"BOOLEAN","originalReason":"VARCHAR","medicaidStatus":"VARCHAR",
      "longTermInstitution":"BOOLEAN","newEnrollee":"VARCHAR","socialNeeds":["VARCHAR"]},
    "selection":{"npi":"VARCHAR","chosenBy":"VARCHAR","from":"DATE","lastDay":"DATE"},
    "choice":{"what":"VARCHAR","from":"DATE","lastDay":"DATE"},
    "person":{"birthDate":"DATE","sex":"VARCHAR","deathDate":"DATE","language":"VARCHAR"}}') AS j
  FROM accepted_line WHERE record_type = 'enrollment'),
  run
WHERE run.cut IS NULL OR coalesce(j.receivedAt, as_of) < run.cut;

CREATE TABLE affiliation_version AS
SELECT file, line AS feed_line, text, coalesce(j.receivedAt, as_of) AS received_at, j.*
FROM (
  SELECT file, line, text, as_of, json_transform(text, '{
    "npi":"VARCHAR","tin":"VARCHAR","site":"VARCHAR","from":"DATE","lastDay":"DATE","version":"INTEGER",
    "status":"VARCHAR","receivedAt":"TIMESTAMP"}') AS j
  FROM accepted_line WHERE record_type = 'affiliation'),
  run
WHERE run.cut IS NULL OR coalesce(j.receivedAt, as_of) < run.cut;

CREATE TABLE outreach_version AS
SELECT file, line AS feed_line, text, coalesce(j.receivedAt, as_of) AS received_at, j.*
FROM (
  SELECT file, line, text, as_of, json_transform(text, '{
    "payer":"VARCHAR","member":"VARCHAR","outreachId":"VARCHAR","version":"INTEGER",
    "status":"VARCHAR","facility":"VARCHAR","visitNumber":"VARCHAR","at":"TIMESTAMP",
    "receivedAt":"TIMESTAMP","channel":"VARCHAR","outcome":"VARCHAR"}') AS j
  FROM accepted_line WHERE record_type = 'outreach'),
  run
WHERE run.cut IS NULL OR coalesce(j.receivedAt, as_of) < run.cut;

CREATE TABLE adt_message AS
SELECT file, line AS feed_line, text, coalesce(j.receivedAt, as_of) AS received_at, j.*
FROM (
  SELECT file, line, text, as_of, json_transform(text, '{
    "payer":"VARCHAR","member":"VARCHAR","facility":"VARCHAR","visitNumber":"VARCHAR",
    "messageId":"VARCHAR","trigger":"VARCHAR","eventAt":"TIMESTAMP","zone":"VARCHAR",
    "receivedAt":"TIMESTAMP","patientClass":"VARCHAR","unit":"VARCHAR","diagnosis":"VARCHAR",
    "disposition":"VARCHAR","derived":"BOOLEAN"}') AS j
  FROM accepted_line WHERE record_type = 'adt'),
  run
WHERE run.cut IS NULL OR coalesce(j.receivedAt, as_of) < run.cut;
