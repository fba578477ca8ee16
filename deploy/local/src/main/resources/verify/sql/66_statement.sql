-- Final statements (docs/closing.md): each level settled again from the inputs that the statement keeps, what is due after advances and
-- what earlier periods carried, how it is handed on, and the entries, whose debits equal their credits.

-- Shared savings on frozen facts; quality is known in a final statement, or does not matter.
CREATE TABLE shared_payment AS
SELECT key, CASE
    WHEN saved_9 > 0 AND saved_9 * m_den >= half_up(m_num * budget_9, 1000000) THEN
      half_up(least(half_up(half_up(saved_9 * share_m, 1000000) * quality_f, one()), coalesce(budget_9 * cap_m // 1000000, budget_9)), 1000000000)
    WHEN saved_9 < 0 AND loss_share_m IS NOT NULL AND -saved_9 * m_den >= half_up(m_num * budget_9, 1000000) THEN
      -half_up(least(half_up(-saved_9 * loss_share_m, 1000000), coalesce(budget_9 * loss_cap_m // 1000000, -saved_9)), 1000000000)
    ELSE 0 END AS payment_c
FROM (
  SELECT e.key, e.quality_f, CAST(e.budget_9 AS HUGEINT) AS budget_9, CAST(e.budget_9 - e.counted_9 - e.unpaid_9 AS HUGEINT) AS saved_9, micro(s->>'sharePercent') AS share_m,
    CASE e.shape WHEN 'TWO_SIDED' THEN micro(s->>'lossSharePercent') END AS loss_share_m, micro(s->>'paymentCapPercent') AS cap_m, micro(s->>'lossCapPercent') AS loss_cap_m,
    CASE WHEN (s->>'minimumSavingsRate') IS NOT NULL THEN CAST(micro(s->>'minimumSavingsRate') AS HUGEINT)
      ELSE CAST(r.rate_from_m AS HUGEINT) * (r.n_to - r.n_from) - CAST(r.rate_from_m - r.rate_to_m AS HUGEINT) * (least(e.members, r.n_to) - r.n_from) END AS m_num,
    CASE WHEN (s->>'minimumSavingsRate') IS NOT NULL THEN 1 ELSE r.n_to - r.n_from END AS m_den
  FROM shape_input e
  LEFT JOIN savings_rate_table r ON e.members >= r.n_from AND (e.members <= r.n_to OR r.n_from = 60000)
  WHERE e.shape IN ('ONE_SIDED', 'TWO_SIDED'));

CREATE TABLE statement_level AS
SELECT e.statement, e.contract, e.year, e.level, e.id, e.settlement, p.payment_c
FROM published_estimate e
JOIN (SELECT key, payment_c FROM shape_payment UNION ALL SELECT key, payment_c FROM shared_payment UNION ALL SELECT key, CAST(payment_c AS HUGEINT) FROM mssp_result) p
  ON p.key = e.key
WHERE e.statement IS NOT NULL AND e.refusal IS NULL;

CREATE TABLE expect_statement_levels AS
SELECT e.statement AS key, e.id AS item, e.level, dollars(CAST(l.payment_c AS BIGINT)) AS result
FROM published_estimate e
LEFT JOIN statement_level l ON l.statement = e.statement AND l.level = e.level AND l.id = e.id
WHERE e.statement IS NOT NULL AND (e.refusal IS NULL OR e.refusal <> 'BELOW_MIN_LIVES');

-- The entries by account, a debit above zero.
CREATE TABLE ledger_line AS
SELECT entry, contract, period, statement, kind, l.account AS account, CASE l.side WHEN 'DEBIT' THEN cents(CAST(l.amount AS DECIMAL(18,2))) ELSE -cents(CAST(l.amount AS DECIMAL(18,2))) END AS debit_c
FROM (
  SELECT key AS entry, json_extract_string(body, '$.contract') AS contract, json_extract_string(body, '$.period') AS period,
    json_extract_string(body, '$.statement') AS statement, json_extract_string(body, '$.kind') AS kind,
    unnest(from_json(json_extract(body, '$.lines'), '[{"account":"VARCHAR","side":"VARCHAR","amount":"VARCHAR"}]')) AS l
  FROM found WHERE topic = 'settlement.entry.v1');

-- Final statements: the highest level that the terms name has the result, else its parts have; advances of the period are netted, what
-- was not earned of them goes back up to the terms' share of them, and what earlier periods carry comes out of what is due.
CREATE TABLE statement_result AS
SELECT *, net_c - earlier_c AS due_c
FROM (
  SELECT *, least(owed_back_c, half_up(greatest(net_c, 0) * limit_m, 1000000)) AS earlier_c
  FROM (
    SELECT *, result_c - advances_c + unearned_c - least(unearned_c, half_up(advances_c * limit_m, 1000000)) AS net_c,
      unearned_c - least(unearned_c, half_up(advances_c * limit_m, 1000000)) AS carried_c
    FROM (
      SELECT r.*, coalesce(v.debit_c, 0) AS advances_c, greatest(coalesce(v.debit_c, 0) - greatest(r.result_c, 0), 0) AS unearned_c, coalesce(o.debit_c, 0) AS owed_back_c
      FROM (
        SELECT statement, contract, year, any_value(coalesce(micro(settlement->'interim'->>'recoupmentLimit'), 1000000)) AS limit_m,
          CAST(sum(payment_c) FILTER (WHERE place = 1) AS HUGEINT) AS result_c
        FROM (SELECT *, dense_rank() OVER (PARTITION BY statement ORDER BY list_position(['CONTRACT', 'ACO', 'TIN', 'NPI'], level)) AS place FROM statement_level)
        GROUP BY statement, contract, year) r
      JOIN found f ON f.topic = 'settlement.statement.v1' AND f.key = r.statement AND json_extract_string(f.body, '$.kind') = 'FINAL'
      LEFT JOIN (SELECT contract, period, sum(debit_c) AS debit_c FROM ledger_line
        WHERE account = 'ADVANCES' AND kind IN ('INTERIM_PAYMENT', 'TRUE_UP') GROUP BY ALL) v ON v.contract = r.contract AND v.period = CAST(r.year AS VARCHAR)
      LEFT JOIN (SELECT contract, period, sum(debit_c) AS debit_c FROM ledger_line WHERE account = 'OWED_BACK' GROUP BY ALL) o
        ON o.contract = r.contract AND o.period < CAST(r.year AS VARCHAR))));

CREATE TABLE expect_statement AS
SELECT statement AS key, dollars(CAST(result_c AS BIGINT)) AS result, dollars(CAST(due_c AS BIGINT)) AS due FROM statement_result;

-- What is handed on: parts by shares, whole cents by largest remainder, equal ones to the smaller name; a practice then hands on to its
-- clinicians in the same way, the ACO keeps the rest.
CREATE TABLE share_asked AS
SELECT statement, due_c, half_up(due_c * micro(settlement->'passThrough'->>'toPractices'), 1000000) AS handed_c,
  coalesce(micro(settlement->'passThrough'->>'toClinicians'), 0) AS clinicians_m, h
FROM (
  SELECT r.statement, r.due_c, a.settlement, unnest(from_json(a.settlement->'passThrough'->'shares', '[{"receiver":"VARCHAR","of":"VARCHAR","share":"VARCHAR"}]')) AS h
  FROM statement_result r JOIN agreed a ON a.contract = r.contract AND a.year = r.year WHERE r.due_c <> 0);

CREATE TABLE practice_share AS
SELECT statement, receiver, clinicians_m, CASE WHEN handed_c < 0 THEN -1 ELSE 1 END * (part + CASE WHEN row_number() OVER (PARTITION BY statement ORDER BY left_over DESC, receiver)
    <= abs(handed_c) - sum(part) OVER (PARTITION BY statement) THEN 1 ELSE 0 END) AS amount_c
FROM (
  SELECT *, abs(handed_c) * share_m // whole_m AS part, abs(handed_c) * share_m % whole_m AS left_over
  FROM (
    SELECT statement, h.receiver AS receiver, clinicians_m, handed_c, CAST(micro(h.share) AS HUGEINT) AS share_m, sum(CAST(micro(h.share) AS HUGEINT)) OVER (PARTITION BY statement) AS whole_m
    FROM share_asked WHERE h."of" IS NULL));

CREATE TABLE clinician_share AS
SELECT statement, receiver, practice, CASE WHEN handed_c < 0 THEN -1 ELSE 1 END * (part + CASE WHEN row_number() OVER (PARTITION BY statement, practice ORDER BY left_over DESC, receiver)
    <= abs(handed_c) - sum(part) OVER (PARTITION BY statement, practice) THEN 1 ELSE 0 END) AS amount_c
FROM (
  SELECT *, abs(handed_c) * share_m // whole_m AS part, abs(handed_c) * share_m % whole_m AS left_over
  FROM (
    SELECT a.statement, a.h.receiver AS receiver, a.h."of" AS practice, half_up(p.amount_c * a.clinicians_m, 1000000) AS handed_c,
      CAST(micro(a.h.share) AS HUGEINT) AS share_m, sum(CAST(micro(a.h.share) AS HUGEINT)) OVER (PARTITION BY a.statement, a.h."of") AS whole_m
    FROM share_asked a JOIN practice_share p ON p.statement = a.statement AND p.receiver = a.h."of"));

CREATE TABLE expect_statement_shares AS
SELECT p.statement AS key, p.receiver AS item, dollars(CAST(p.amount_c - coalesce(c.amount_c, 0) AS BIGINT)) AS amount
FROM practice_share p
LEFT JOIN (SELECT statement, practice, sum(amount_c) AS amount_c FROM clinician_share GROUP BY ALL) c ON c.statement = p.statement AND c.practice = p.receiver
UNION ALL
SELECT statement, receiver, dollars(CAST(amount_c AS BIGINT)) FROM clinician_share
UNION ALL
SELECT s.statement, t.aco, dollars(CAST(any_value(s.due_c) - any_value(s.handed_c) AS BIGINT))
FROM share_asked s
JOIN statement_result r ON r.statement = s.statement
JOIN agreed a ON a.contract = r.contract AND a.year = r.year
JOIN terms t ON t.contract = a.contract AND t.version = a.version
GROUP BY s.statement, t.aco;

-- What a final statement settles and takes back, and of every other entry the one amount by account that its other lines leave.
CREATE TABLE expect_entry_lines AS
WITH final_line AS (
  SELECT statement, 'SETTLEMENT' AS kind, unnest([
    {'account': 'RESULT', 'debit_c': result_c}, {'account': 'ADVANCES', 'debit_c': -advances_c}, {'account': 'OWED_BACK', 'debit_c': carried_c},
    {'account': 'DUE', 'debit_c': -net_c}]) AS l
  FROM statement_result
  UNION ALL
  SELECT statement, 'RECOUPMENT', unnest([{'account': 'DUE', 'debit_c': earlier_c}, {'account': 'OWED_BACK', 'debit_c': -earlier_c}])
  FROM statement_result)
SELECT coalesce(e.entry, f.statement || '|' || f.kind) AS key, f.l.account AS item, CASE WHEN f.l.debit_c > 0 THEN 'DEBIT' ELSE 'CREDIT' END AS side,
  dollars(CAST(abs(f.l.debit_c) AS BIGINT)) AS amount
FROM final_line f
LEFT JOIN (SELECT DISTINCT statement, kind, entry FROM ledger_line) e ON e.statement = f.statement AND e.kind = f.kind
WHERE f.l.debit_c <> 0
UNION ALL
SELECT o.entry, o.account, CASE WHEN o.others_c < 0 THEN 'DEBIT' ELSE 'CREDIT' END, dollars(CAST(abs(o.others_c) AS BIGINT))
FROM (SELECT *, sum(debit_c) OVER (PARTITION BY entry) - debit_c AS others_c FROM ledger_line) o
WHERE o.kind NOT IN ('SETTLEMENT', 'RECOUPMENT') OR o.statement NOT IN (SELECT statement FROM statement_result);
