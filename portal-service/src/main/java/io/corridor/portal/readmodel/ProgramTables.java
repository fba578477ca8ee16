package io.corridor.portal.readmodel;

import io.corridor.schemas.IdentityValue;
import io.corridor.schemas.ProgramEnrollmentValue;
import io.corridor.schemas.ProgramEvaluationValue;
import java.util.List;

/** Tables of programs: who takes part, what was found, and the roots of merged members. */
final class ProgramTables {

  private ProgramTables() {}

  static List<Table<IdentityValue, ?>> identity() {
    Upsert<Read<IdentityValue>> upsert =
        Upsert.<Read<IdentityValue>>into("identity")
            .key("member", "text", r -> r.value().getBody().getMember())
            .column("version", "bigint", Read::version)
            .guardedBy("version")
            .column("root", "text", r -> r.value().getBody().getRoot())
            .build();
    return List.of(Table.keyed(upsert));
  }

  /** Each entry takes the place of the one before it: the topic's order is theirs. */
  static List<Table<ProgramEnrollmentValue, ?>> enrollment() {
    Upsert<Read<ProgramEnrollmentValue>> upsert =
        Upsert.<Read<ProgramEnrollmentValue>>into("program_member")
            .key("key", "text", Read::key)
            .column("version", "bigint", Read::offset)
            .guardedBy("version")
            .column("contract", "text", r -> r.value().getBody().getContract())
            .column("program", "text", r -> r.value().getBody().getProgram())
            .column("member", "text", r -> r.value().getBody().getMember())
            .column("enrolled_on", "date", r -> r.value().getBody().getEnrolledOn())
            .build();
    return List.of(Table.of(read -> read, Read::key, upsert));
  }

  static List<Table<ProgramEvaluationValue, ?>> evaluation() {
    return List.of(
        Table.keyed(
            LiveTables.<ProgramEvaluationValue>guarded("evaluation")
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("program", "text", r -> r.value().getBody().getProgram())
                .column("business_date", "date", r -> r.value().getBody().getBusinessDate())
                .column("known_at", "timestamptz", r -> r.envelope().getKnownAt())
                .column("body", "bytea", Read::bytes)
                .build()));
  }
}
