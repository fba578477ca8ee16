-- Scores of member months, by the contract's model.

CREATE TABLE month_risk AS
SELECT m.contract, m.month, m.member,
  max(s.score_m) FILTER (WHERE m.kind = 'PROSPECTIVE') AS prospective_m, max(s.score_m) FILTER (WHERE m.kind = 'EMERGING') AS emerging_m
FROM (SELECT *, cost.risk.model AS model FROM risk_month) m
JOIN (SELECT id, 'CMS_HCC' AS model, normalized_m AS score_m FROM risk_blend
      UNION ALL SELECT id, 'CMS_HCC_CODING_ADJUSTED', adjusted_m FROM risk_blend) s ON s.id = m.id AND s.model = m.model
GROUP BY ALL;
