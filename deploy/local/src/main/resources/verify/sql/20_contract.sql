-- Contract files to terms. Every scalar of a file is read as text, so that no rate passes through binary
-- floating point. Inclusive last days become half-open.

CREATE TABLE terms AS
SELECT j.* EXCLUDE (performanceYears, participants, attribution, scope, stopLoss, budget, quality, settlement),
  j.performanceYears AS years, j.participants, j.attribution, j.scope, j.stopLoss AS stop_loss, j.budget,
  j.quality, j.settlement
FROM (
  SELECT json_transform(text, '{
    "contract":"VARCHAR","version":"INTEGER","payer":"VARCHAR","lineOfBusiness":"VARCHAR",
    "aco":"VARCHAR","effectiveFrom":"DATE","amountBasis":"VARCHAR","memberMonths":"VARCHAR",
    "cost":{"personYears":"BOOLEAN","risk":{"model":"VARCHAR","recapture":"BOOLEAN","mean":"DECIMAL(18,6)","weights":[{"reason":"VARCHAR","firstAge":"INTEGER","lastAge":"INTEGER",
      "sex":"VARCHAR","weight":"DECIMAL(18,6)"}],"conditions":[{"condition":"VARCHAR","codes":["VARCHAR"]}]},"completion":"JSON","projection":"JSON","preliminary":"BOOLEAN",
      "targets":"JSON","premiumTargets":"JSON","useTargets":"JSON","programBenchmarks":"JSON","phaseIn":[{"year":"INTEGER","category":"VARCHAR","weight":"DECIMAL(18,6)"}],"drugPrices":{"mode":"VARCHAR",
      "prices":[{"drug":"VARCHAR","basePrice":"DECIMAL(18,6)"}],"index":[{"month":"VARCHAR","index":"DECIMAL(18,6)"}]},"unbilledStay":"DECIMAL(18,2)","unbilledMeanFrom":"INTEGER",
      "levels":["VARCHAR"],"reports":["VARCHAR"],"organisation":"VARCHAR","breakdowns":["VARCHAR"],
      "comparison":{"counties":["VARCHAR"],"ageBands":["INTEGER"],"minimumMemberMonths":"INTEGER"},
      "pools":{"minimumLives":"INTEGER","regions":[{"region":"VARCHAR","tins":["VARCHAR"]}]}},"minLives":"INTEGER","contactDue":"VARCHAR",
    "visitDays":"INTEGER","zone":"VARCHAR",
    "performanceYears":[{"year":"INTEGER","from":"DATE","lastDay":"DATE"}],
    "participants":[{"tin":"VARCHAR","from":"DATE","lastDay":"DATE"}],
    "attribution":{"methods":["VARCHAR"],"windowMonths":"INTEGER","tieBreaks":["VARCHAR"],
      "anchor":"VARCHAR","officeVisitsArePrimaryCare":"BOOLEAN","excludeDuals":"BOOLEAN",
      "requirePartsAandB":"BOOLEAN","list":"VARCHAR","claimsLagMonths":"INTEGER",
      "designationLeadDays":"INTEGER","careManagementIsWellness":"BOOLEAN",
      "otherAcos":[{"aco":"VARCHAR","tin":"VARCHAR","from":"DATE","lastDay":"DATE"}],"creditPolicy":"VARCHAR",
      "listChoice":{"elections":[{"year":"INTEGER","list":"VARCHAR"}]},
      "disputes":{"reviewDays":"INTEGER","decisionDays":"INTEGER"},
      "campaign":{"waitDays":"INTEGER","declineDays":"INTEGER","maxMiles":"DECIMAL(18,6)","specialistsFirst":"BOOLEAN",
        "sites":[{"site":"VARCHAR","tin":"VARCHAR","npi":"VARCHAR","zip":"VARCHAR","county":"VARCHAR","capacity":"BIGINT","panel":"BIGINT",
          "from":"DATE","lastDay":"DATE"}],
        "centroids":[{"zip":"VARCHAR","latitude":"DECIMAL(18,6)","longitude":"DECIMAL(18,6)"}]}},
    "scope":[{"category":"VARCHAR","weight":"DECIMAL(18,6)"}],
    "stopLoss":{"attachment":"DECIMAL(18,2)","excludedShare":"DECIMAL(18,6)"},
    "budget":[{"year":"INTEGER","category":"VARCHAR","pmpm":"DECIMAL(18,6)"}],
    "quality":{"measures":[{"measure":"VARCHAR","weight":"DECIMAL(18,6)","threshold":"DECIMAL(18,6)",
        "benchmark":"DECIMAL(18,6)","minimumDenominator":"INTEGER"}],
      "gate":"DECIMAL(18,6)","scaled":"BOOLEAN","fullScore":"DECIMAL(18,6)","minimumShare":"DECIMAL(18,6)"},
    "settlement":{"shape":"VARCHAR","sharePercent":"DECIMAL(18,6)","lossSharePercent":"DECIMAL(18,6)",
      "minimumSavingsRate":"DECIMAL(18,6)","paymentCapPercent":"DECIMAL(18,6)",
      "lossCapPercent":"DECIMAL(18,6)"}}') AS j
  FROM contract_file);

-- Months that are evaluated: inside a performance year, first day not after the business date (a forecast: its horizon); terms of a
-- month are the highest version in effect on its first day (HOUSE, settled readings).
CREATE TABLE contract_month AS
SELECT * EXCLUDE (place) FROM (
  SELECT t.contract, t.version, t.payer, t.lineOfBusiness AS lob, t.aco, t.attribution.methods AS methods,
    t.attribution.windowMonths AS window_months,
    coalesce(t.attribution.tieBreaks, []) AS tie_breaks,
    t.attribution.officeVisitsArePrimaryCare AS unknown_counts,
    t.attribution.excludeDuals AS exclude_duals, t.attribution.requirePartsAandB AS parts_required,
    t.attribution.anchor AS anchor_term,
    list_contains(t.attribution.methods, 'MSSP') AS mssp,
    -- the method HYBRID makes a hybrid list; a year's own choice comes before the contract's
    CASE WHEN list_contains(t.attribution.methods, 'HYBRID') THEN 'HYBRID' ELSE coalesce(
      list_filter(t.attribution.listChoice.elections, lambda e: e.year = y.year)[1].list, t.attribution.list, 'CURRENT') END AS list,
    coalesce(t.attribution.creditPolicy = 'FOLLOW_CLINICIAN', false) AS follows,
    coalesce(t.attribution.claimsLagMonths, CASE WHEN list_contains(t.attribution.methods, 'MSSP') THEN 3 ELSE 0 END) AS lag_months,
    coalesce(t.attribution.designationLeadDays, 0) AS lead_days,
    coalesce(t.attribution.careManagementIsWellness, false) AS care_management,
    y.year, y."from" AS year_from, y.lastDay + 1 AS year_until,
    CAST(m.month AS DATE) AS month, CAST(m.month + INTERVAL 1 MONTH AS DATE) AS month_until,
    row_number() OVER (PARTITION BY t.contract, m.month ORDER BY t.version DESC) AS place
  FROM (SELECT *, unnest(years) AS y FROM terms) t,
    run,
    LATERAL (SELECT unnest(generate_series(
        CAST(date_trunc('month', y."from") AS TIMESTAMP),
        CAST(least(y.lastDay, run.until) AS TIMESTAMP), INTERVAL 1 MONTH)) AS month) m
  WHERE t.effectiveFrom <= CAST(m.month AS DATE))
WHERE place = 1;

CREATE TABLE participant AS
SELECT contract, version, p.tin, p."from" AS day_from, coalesce(p.lastDay + 1, DATE '9999-12-31') AS day_until
FROM (SELECT contract, version, unnest(participants) AS p FROM terms);

CREATE TABLE scope_weight AS
SELECT contract, version, w.category, CASE w.category WHEN 'HCBS_WAIVER' THEN 0 ELSE micro(w.weight) END AS weight_m
FROM (SELECT contract, version, unnest(scope) AS w FROM terms);

CREATE TABLE budget_line AS
SELECT contract, version, b.year, b.category, micro(b.pmpm) AS pmpm_m
FROM (SELECT contract, version, unnest(budget) AS b FROM terms);
