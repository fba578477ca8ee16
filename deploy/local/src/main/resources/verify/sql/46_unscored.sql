-- No contract scores its members.
CREATE TABLE month_risk (contract VARCHAR, month DATE, member VARCHAR, prospective_m BIGINT, emerging_m BIGINT);
CREATE TABLE expect_recapture (key VARCHAR, member VARCHAR);
CREATE TABLE expect_recapture_gaps (key VARCHAR, item VARCHAR, model VARCHAR);
