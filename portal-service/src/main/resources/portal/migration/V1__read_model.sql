-- Read model of the portal. Every row comes from a topic and can be rebuilt from it: nothing here is the
-- only copy of anything. `version` guards current topics (the envelope's version), `ended` is a business end.
-- Money is whole cents. Column names follow the topics' fields.

CREATE TABLE consumer_offset (
  topic       text    NOT NULL,
  part        integer NOT NULL,
  next_offset bigint  NOT NULL,
  PRIMARY KEY (topic, part)
);

CREATE TABLE business_date (
  only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  business_date date NOT NULL
);

CREATE TABLE terms (
  key            text PRIMARY KEY,
  version        bigint NOT NULL,
  ended          boolean NOT NULL,
  contract       text NOT NULL,
  terms_version  integer NOT NULL,
  payer          text NOT NULL,
  aco            text NOT NULL,
  effective_from date NOT NULL,
  tins           text[] NOT NULL,
  body           bytea NOT NULL
);

CREATE TABLE member (
  member text PRIMARY KEY,
  ref    text NOT NULL UNIQUE
);

CREATE TABLE person (
  key           text PRIMARY KEY,
  version       bigint NOT NULL,
  ended         boolean NOT NULL,
  member        text NOT NULL,
  payer         text NOT NULL,
  member_number text,
  family_name   text,
  given_name    text,
  birth_date    date,
  sex           text,
  death_date    date,
  phone         text,
  language      text
);
CREATE INDEX person_member ON person (member);

CREATE TABLE assignment (
  key      text PRIMARY KEY,
  version  bigint NOT NULL,
  ended    boolean NOT NULL,
  member   text NOT NULL,
  contract text NOT NULL,
  payer    text NOT NULL,
  tin      text,
  npi      text,
  method   text,
  since    date
) WITH (fillfactor = 85);
CREATE INDEX assignment_member ON assignment (member);
CREATE INDEX assignment_tin ON assignment (tin, contract) WHERE NOT ended;

CREATE TABLE roster (
  key           text PRIMARY KEY,
  version       bigint NOT NULL,
  ended         boolean NOT NULL,
  member        text NOT NULL,
  contract      text NOT NULL,
  month         text NOT NULL,
  number        integer NOT NULL,
  business_date date NOT NULL,
  tin           text,
  npi           text,
  method        text,
  prior_tin     text,
  prior_npi     text,
  change_type   text NOT NULL,
  reason        text
);
CREATE INDEX roster_tin ON roster (tin, month);
CREATE INDEX roster_prior ON roster (prior_tin, month) WHERE prior_tin IS NOT NULL;

CREATE TABLE explanation (
  key      text PRIMARY KEY,
  version  bigint NOT NULL,
  ended    boolean NOT NULL,
  member   text NOT NULL,
  contract text NOT NULL,
  month    text NOT NULL,
  tin      text,
  body     bytea NOT NULL
) WITH (fillfactor = 85);

CREATE TABLE member_month (
  key           text PRIMARY KEY,
  version       bigint NOT NULL,
  ended         boolean NOT NULL,
  member        text NOT NULL,
  contract      text NOT NULL,
  month         text NOT NULL,
  tin           text NOT NULL,
  member_months numeric(18, 6) NOT NULL,
  counted       bigint NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX member_month_tin ON member_month (tin, contract, month);

CREATE TABLE budget (
  key              text PRIMARY KEY,
  version          bigint NOT NULL,
  ended            boolean NOT NULL,
  contract         text NOT NULL,
  level            text NOT NULL,
  id               text NOT NULL,
  period           text NOT NULL,
  members          bigint NOT NULL,
  member_months    numeric(18, 6) NOT NULL,
  allowed          bigint NOT NULL,
  paid             bigint NOT NULL,
  counted          bigint NOT NULL,
  budget           bigint NOT NULL,
  unpriced_lines   bigint NOT NULL,
  complete_to      date,
  known_at         timestamptz NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX budget_period ON budget (contract, level, period);

CREATE TABLE gap (
  key           text PRIMARY KEY,
  version       bigint NOT NULL,
  ended         boolean NOT NULL,
  member        text NOT NULL,
  measure       text NOT NULL,
  period        text NOT NULL,
  contract      text NOT NULL,
  state         text NOT NULL,
  reason        text,
  opened_on     date NOT NULL,
  due_by        date NOT NULL,
  evidence_kind text,
  evidence_code text,
  evidence_on   date,
  tin           text,
  npi           text,
  sensitivity   text NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX gap_tin ON gap (tin, measure, state) WHERE NOT ended;
CREATE INDEX gap_contract ON gap (contract, measure, state) WHERE NOT ended;

CREATE TABLE score (
  key         text PRIMARY KEY,
  version     bigint NOT NULL,
  ended       boolean NOT NULL,
  contract    text NOT NULL,
  level       text NOT NULL,
  id          text NOT NULL,
  period      text NOT NULL,
  complete_to date,
  body        bytea NOT NULL
);

CREATE TABLE estimate (
  key         text PRIMARY KEY,
  version     bigint NOT NULL,
  ended       boolean NOT NULL,
  contract    text NOT NULL,
  level       text NOT NULL,
  id          text NOT NULL,
  period      text NOT NULL,
  complete_to date,
  known_at    timestamptz NOT NULL,
  body        bytea NOT NULL
);

CREATE TABLE alert (
  key            text PRIMARY KEY,
  version        bigint NOT NULL,
  ended          boolean NOT NULL,
  ref            text NOT NULL UNIQUE,
  member         text NOT NULL,
  facility       text NOT NULL,
  visit_number   text NOT NULL,
  payer          text NOT NULL,
  contract       text,
  tin            text,
  npi            text,
  state          text NOT NULL,
  patient_class  text NOT NULL,
  started_at     timestamptz,
  ended_at       timestamptz,
  zone           text NOT NULL,
  inferred_start boolean NOT NULL,
  disposition    text,
  diagnosis      text,
  unit           text,
  messages       integer NOT NULL,
  derived        boolean NOT NULL,
  late_minutes   bigint NOT NULL,
  sensitivity    text NOT NULL,
  known_at       timestamptz NOT NULL,
  recorded_at    timestamptz NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX alert_tin ON alert (tin);
CREATE INDEX alert_recorded ON alert (recorded_at);
CREATE INDEX alert_member ON alert (member);

CREATE TABLE task (
  key               text PRIMARY KEY,
  version           bigint NOT NULL,
  ended             boolean NOT NULL,
  encounter         text NOT NULL,
  kind              text NOT NULL,
  payer             text NOT NULL,
  contract          text,
  tin               text,
  npi               text,
  state             text NOT NULL,
  opened_at         timestamptz NOT NULL,
  due_at            timestamptz NOT NULL,
  contact_target_at timestamptz,
  tcm_deadline_at   timestamptz,
  visit_due_on_7    date,
  visit_due_on_14   date,
  attempts          integer NOT NULL,
  done_at           timestamptz,
  done_by           text,
  on_time           boolean,
  closed_reason     text,
  src_part          integer NOT NULL,
  src_offset        bigint NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX task_encounter ON task (encounter);
CREATE INDEX task_open ON task (state, due_at);

CREATE TABLE task_action (
  action_id text PRIMARY KEY,
  encounter text NOT NULL,
  kind      text NOT NULL,
  action    text NOT NULL,
  outcome   text,
  username  text NOT NULL,
  at        timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  note      text
);
CREATE INDEX task_action_encounter ON task_action (encounter);

CREATE TABLE file_count (
  key         text PRIMARY KEY,
  version     bigint NOT NULL,
  feed        text NOT NULL,
  file        text NOT NULL,
  record_type text NOT NULL,
  stage       text NOT NULL,
  read        bigint NOT NULL,
  accepted    bigint NOT NULL,
  duplicate   bigint NOT NULL,
  rejected    bigint NOT NULL,
  known_at    timestamptz NOT NULL
);

CREATE TABLE rejected_count (
  feed        text NOT NULL,
  file        text NOT NULL,
  record_type text NOT NULL,
  code        text NOT NULL,
  field       text NOT NULL,
  example     text NOT NULL,
  first_line  bigint NOT NULL,
  lines       bigint NOT NULL,
  PRIMARY KEY (feed, file, code, field)
);
