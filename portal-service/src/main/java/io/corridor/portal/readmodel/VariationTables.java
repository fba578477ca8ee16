package io.corridor.portal.readmodel;

import io.corridor.schemas.CareVariationValue;
import io.corridor.schemas.MemberCasesValue;
import java.util.List;

/** Tables of procedures, and of how clinicians differ in them. */
final class VariationTables {

  private VariationTables() {}

  static List<Table<MemberCasesValue, ?>> memberCase() {
    return List.of(
        Table.keyed(
            LiveTables.<MemberCasesValue>guarded("member_case")
                .column("member", "text", r -> r.value().getBody().getMember())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("quarter", "text", r -> r.value().getBody().getQuarter())
                .column("known_at", "timestamptz", r -> r.envelope().getKnownAt())
                .column("body", "bytea", Read::bytes)
                .build()));
  }

  static List<Table<CareVariationValue, ?>> careVariation() {
    return List.of(
        Table.keyed(
            LiveTables.<CareVariationValue>guarded("care_variation")
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("quarter", "text", r -> r.value().getBody().getQuarter())
                .column("business_date", "date", r -> r.value().getBody().getBusinessDate())
                .column("known_at", "timestamptz", r -> r.envelope().getKnownAt())
                .column("body", "bytea", Read::bytes)
                .build()));
  }
}
