-- A contract is with one ACO: what is the contract's is the ACO's, where the terms settle the ACO (docs/settlement.md).
CREATE TABLE settled_aco AS
SELECT DISTINCT a.contract, t.aco
FROM agreed a JOIN terms t ON t.contract = a.contract AND t.version = a.version
WHERE list_contains(a.agreed_levels, 'ACO');
INSERT INTO period_total BY NAME
SELECT p.* REPLACE ('ACO' AS level, s.aco AS id) FROM period_total p JOIN settled_aco s USING (contract) WHERE p.level = 'CONTRACT';
INSERT INTO completion_year BY NAME
SELECT c.* REPLACE ('ACO' AS level, s.aco AS id) FROM completion_year c JOIN settled_aco s USING (contract) WHERE c.level = 'CONTRACT';
INSERT INTO composite BY NAME
SELECT c.* REPLACE ('ACO' AS level, s.aco AS id) FROM composite c JOIN settled_aco s USING (contract) WHERE c.level = 'CONTRACT';
INSERT INTO measure_score BY NAME
SELECT m.* REPLACE ('ACO' AS level, s.aco AS id) FROM measure_score m JOIN settled_aco s USING (contract) WHERE m.level = 'CONTRACT';
