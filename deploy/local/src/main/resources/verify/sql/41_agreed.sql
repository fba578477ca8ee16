-- Settlement terms of a performance year by each version that holds in one of its months (docs/settlement.md): of a glide path the step
-- of the contract's year, the last of which holds on. Levels: those that the terms name, else the whole contract.
CREATE TABLE agreed_version AS
SELECT contract, year, version, contract_year, agreed_levels, s AS settlement,
  CASE WHEN contract_year > 1 AND len(path) > 0 THEN path[least(contract_year - 1, len(path))] ELSE s END AS s
FROM (
  SELECT y.contract, y.year, y.version, CAST(coalesce(CAST(c.s->>'firstContractYear' AS INTEGER), 1)
      + len(list_filter(t.years, lambda p: p.year < y.year)) AS INTEGER) AS contract_year, c.s,
    coalesce(CAST(c.s->'glidePath' AS JSON[]), []) AS path, coalesce(from_json(c.s->'levels', '["VARCHAR"]'), ['CONTRACT']) AS agreed_levels
  FROM (SELECT DISTINCT contract, year, version FROM contract_month) y
  JOIN terms t ON t.contract = y.contract AND t.version = y.version
  JOIN (SELECT json_extract_string(text, '$.contract') AS contract, CAST(json_extract_string(text, '$.version') AS INTEGER) AS version,
      json_extract(text, '$.settlement') AS s FROM contract_file) c ON c.contract = y.contract AND c.version = y.version);

-- The year is settled under the version that holds in its latest month that has begun.
CREATE TABLE agreed AS
SELECT v.*
FROM agreed_version v
JOIN (SELECT contract, year, arg_max(version, month) AS version FROM contract_month GROUP BY ALL) y
  ON y.contract = v.contract AND y.year = v.year AND y.version = v.version;
