-- What a stay known from ADT is expected to cost in a year, as it is published (docs/benchmark.md "cost.unbilledStay"): the stays of
-- the performance year before, whether they are as many as the terms ask for or not.

ALTER TABLE expect_parameter ADD COLUMN "stay.stays" BIGINT;
ALTER TABLE expect_parameter ADD COLUMN "stay.mean" DECIMAL(18,2);

CREATE TABLE stay_parameter AS
SELECT y.contract || '|STAY|' || y.year AS key, y.contract, y.year, m.months_m, m.stays, m.billed_c, m.mean_c
FROM (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
JOIN terms t ON t.contract = y.contract AND t.version = y.version AND t.cost.unbilledMeanFrom IS NOT NULL
JOIN stay_mean m ON m.contract = y.contract AND m.year = y.year;

INSERT INTO expect_parameter BY NAME
SELECT key, contract, 'STAY' AS name, CAST(year AS VARCHAR) AS period,
  month_text(CAST(date_trunc('month', run.business_date) - INTERVAL 1 MONTH AS DATE)) AS through, rate_of(months_m) AS memberMonths,
  dollars(billed_c) AS completed, stays AS "stay.stays", dollars(mean_c) AS "stay.mean"
FROM stay_parameter, run;

INSERT INTO expect_parameter_to_date SELECT key, dollars(billed_c) FROM stay_parameter;
