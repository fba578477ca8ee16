package io.corridor.intake.canonical;

import static io.corridor.intake.canonical.RecordType.ADT;
import static io.corridor.intake.canonical.RecordType.AFFILIATION;
import static io.corridor.intake.canonical.RecordType.ATTESTATION;
import static io.corridor.intake.canonical.RecordType.CLAIM;
import static io.corridor.intake.canonical.RecordType.ENROLLMENT;
import static io.corridor.intake.canonical.RecordType.IDENTITY;
import static io.corridor.intake.canonical.RecordType.OUTREACH;
import static io.corridor.intake.canonical.RecordType.PREMIUM;
import static io.corridor.intake.canonical.RejectionCode.*;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broken line, the code it must be rejected with and the field that must be named.
 *
 * @param name what is broken
 * @param type record type of the file
 * @param line the line
 * @param code expected code
 * @param field expected field; null for the whole line
 */
public record BadLine(
    String name, RecordType type, byte[] line, RejectionCode code, @Nullable String field) {

  /** Every broken line that has a name. */
  public static List<BadLine> all() {
    return List.of(
        raw("empty line", "", INTAKE_JSON),
        raw("not JSON", "hello", INTAKE_JSON),
        raw("cut off", Lines.claim().text().substring(0, 200), INTAKE_JSON),
        raw("two values", Lines.claim().text() + "{}", INTAKE_JSON),
        raw("array instead of object", "[1]", INTAKE_TYPE),
        raw("null instead of object", "null", INTAKE_TYPE),
        raw("trailing comma", "{\"payer\":\"A\",}", INTAKE_JSON),
        new BadLine(
            "not UTF-8",
            CLAIM,
            "{\"payer\":\"\u00e9\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
            INTAKE_JSON,
            null),
        raw("too deep", "{\"lines\":" + "[".repeat(50), INTAKE_TYPE, "lines[0]"),
        raw("too long a line", " ".repeat(CanonicalParser.LARGEST + 1), INTAKE_TOO_LARGE),
        raw("field twice", "{\"payer\":\"A\",\"payer\":\"B\"}", INTAKE_FIELD_TWICE, "payer"),
        claim("unknown field", "color", "'red'", INTAKE_UNKNOWN_FIELD, "#20"),
        claim(
            "unknown field of a line",
            "lines[0].amount",
            "'1'",
            INTAKE_UNKNOWN_FIELD,
            "lines[0].#15"),
        claim("key missing", "claimId", null, INTAKE_MISSING_FIELD, "claimId"),
        claim("key null", "claimId", "null", INTAKE_MISSING_FIELD, "claimId"),
        claim("line without paid", "lines[1].paid", null, INTAKE_MISSING_FIELD, "lines[1].paid"),
        claim("paid claim without lines", "lines", "[]", INTAKE_MISSING_FIELD, "lines"),
        claim("number instead of text", "claimId", "12", INTAKE_TYPE, "claimId"),
        claim("amount as number", "lines[0].paid", "90.5", INTAKE_TYPE, "lines[0].paid"),
        claim("text instead of number", "version", "'1'", INTAKE_TYPE, "version"),
        claim("fraction instead of whole number", "version", "1.5", INTAKE_TYPE, "version"),
        claim(
            "text instead of truth value",
            "lines[0].denied",
            "'no'",
            INTAKE_TYPE,
            "lines[0].denied"),
        claim("object instead of list", "diagnoses", "{}", INTAKE_TYPE, "diagnoses"),
        claim("null in a list", "diagnoses", "[null]", INTAKE_TYPE, "diagnoses[0]"),
        claim("number too large", "version", "99999999999", INTAKE_NUMBER, "version"),
        claim("negative version", "version", "-1", INTAKE_VERSION, "version"),
        claim("empty text", "msDrg", "''", INTAKE_TEXT, "msDrg"),
        claim("control character", "facility", "'a\\u0007'", INTAKE_TEXT, "facility"),
        claim(
            "text too long", "facility", "'" + "a".repeat(300) + "'", INTAKE_TOO_LARGE, "facility"),
        claim("blank in an id", "claimId", "'C 1'", INTAKE_ID, "claimId"),
        claim("bar in an id", "member", "'M|1'", INTAKE_ID, "member"),
        claim("bar in a facility", "facility", "'H|1'", INTAKE_ID, "facility"),
        claim("impossible date", "from", "'2025-02-30'", INTAKE_DATE, "from"),
        claim("date out of range", "from", "'1025-02-03'", INTAKE_DATE, "from"),
        claim("date in another form", "from", "'03/04/2025'", INTAKE_DATE, "from"),
        claim(
            "instant without zone",
            "receivedAt",
            "'2025-03-21T08:00:00'",
            INTAKE_TIME,
            "receivedAt"),
        claim(
            "instant with an offset",
            "receivedAt",
            "'2025-03-21T08:00:00+01:00'",
            INTAKE_TIME,
            "receivedAt"),
        claim(
            "impossible instant",
            "receivedAt",
            "'2025-03-21T25:00:00Z'",
            INTAKE_TIME,
            "receivedAt"),
        claim("through before from", "through", "'2025-03-03'", INTAKE_DATE_ORDER, "through"),
        claim(
            "line through before from",
            "lines[1].through",
            "'2025-03-03'",
            INTAKE_DATE_ORDER,
            "lines[1].through"),
        new BadLine(
            "discharge before admission",
            CLAIM,
            Lines.claim()
                .with("admitted", "'2025-03-05'")
                .with("discharged", "'2025-03-04'")
                .bytes(),
            INTAKE_DATE_ORDER,
            "discharged"),
        claim("three decimals", "lines[0].paid", "'90.505'", INTAKE_AMOUNT, "lines[0].paid"),
        claim("no number", "lines[0].paid", "'free'", INTAKE_AMOUNT, "lines[0].paid"),
        claim(
            "amount too large",
            "lines[0].paid",
            "'1000000000000.00'",
            INTAKE_AMOUNT,
            "lines[0].paid"),
        claim("sign at the end", "lines[0].paid", "'90.50-'", INTAKE_AMOUNT, "lines[0].paid"),
        claim("header and line totals differ", "totalPaid", "'80.51'", INTAKE_TOTALS, "totalPaid"),
        claim("unknown status", "status", "'SETTLED'", INTAKE_CODE_UNKNOWN, "status"),
        claim("status UNKNOWN", "status", "'UNKNOWN'", INTAKE_CODE_UNKNOWN, "status"),
        claim(
            "diagnoses of no code system",
            "codeSystem",
            "'UNKNOWN'",
            INTAKE_CODE_UNKNOWN,
            "codeSystem"),
        claim(
            "procedure code padded",
            "lines[0].hcpcs",
            "'99213 '",
            INTAKE_CODE_FORMAT,
            "lines[0].hcpcs"),
        claim(
            "place of service of one digit",
            "lines[0].placeOfService",
            "'1'",
            INTAKE_CODE_FORMAT,
            "lines[0].placeOfService"),
        claim(
            "type of bill with leading zero",
            "typeOfBill",
            "'0111'",
            INTAKE_CODE_FORMAT,
            "typeOfBill"),
        claim(
            "three-digit bill with leading zero",
            "typeOfBill",
            "'011'",
            INTAKE_CODE_FORMAT,
            "typeOfBill"),
        claim(
            "drug code with dashes",
            "lines[0].ndc",
            "'12345-678-90'",
            INTAKE_CODE_FORMAT,
            "lines[0].ndc"),
        claim("diagnosis with a dot", "diagnoses[0]", "'E11.9'", INTAKE_DIAGNOSIS, "diagnoses[0]"),
        claim(
            "diagnosis in small letters",
            "principalDiagnosis",
            "'e119'",
            INTAKE_DIAGNOSIS,
            "principalDiagnosis"),
        claim(
            "NPI of nine digits",
            "lines[0].renderingNpi",
            "'123456789'",
            INTAKE_NPI,
            "lines[0].renderingNpi"),
        claim("TIN with a dash", "billingTin", "'12-3456789'", INTAKE_TIN, "billingTin"),
        claim("line number below one", "lines[0].line", "0", INTAKE_LINE_NUMBER, "lines[0].line"),
        claim("line number twice", "lines[1].line", "1", INTAKE_LINE_DUPLICATE, "lines[1].line"),
        claim(
            "negative days of supply",
            "lines[0].daysSupply",
            "-3",
            INTAKE_NUMBER,
            "lines[0].daysSupply"),
        other(
            "last covered day before the first",
            ENROLLMENT,
            Lines.coverage().with("coverage.lastDay", "'2024-12-31'"),
            INTAKE_DATE_ORDER,
            "coverage.lastDay"),
        other(
            "unknown line of business",
            ENROLLMENT,
            Lines.coverage().with("coverage.lineOfBusiness", "'DENTAL'"),
            INTAKE_CODE_UNKNOWN,
            "coverage.lineOfBusiness"),
        other(
            "zip of four digits",
            ENROLLMENT,
            Lines.coverage().with("coverage.zip", "'2110'"),
            INTAKE_CODE_FORMAT,
            "coverage.zip"),
        other(
            "coverage without its part",
            ENROLLMENT,
            Lines.coverage().without("coverage"),
            INTAKE_KIND,
            "coverage"),
        other(
            "kind of another part",
            ENROLLMENT,
            Lines.coverage().with("kind", "'PERSON'"),
            INTAKE_KIND,
            "coverage"),
        other(
            "selection of no NPI",
            ENROLLMENT,
            Lines.selection().with("selection.npi", "'X'"),
            INTAKE_NPI,
            "selection.npi"),
        other(
            "unknown chooser",
            ENROLLMENT,
            Lines.selection().with("selection.chosenBy", "'UNKNOWN'"),
            INTAKE_CODE_UNKNOWN,
            "selection.chosenBy"),
        other(
            "birth after death",
            ENROLLMENT,
            Lines.person().with("person.deathDate", "'1949-12-31'"),
            INTAKE_DATE_ORDER,
            "person.deathDate"),
        other(
            "unknown trigger",
            ADT,
            Lines.adt().with("trigger", "'A99'"),
            INTAKE_CODE_UNKNOWN,
            "trigger"),
        other(
            "unknown zone",
            ADT,
            Lines.adt().with("zone", "'America/Atlantis'"),
            INTAKE_ZONE,
            "zone"),
        other(
            "event without visit",
            ADT,
            Lines.adt().without("visitNumber"),
            INTAKE_MISSING_FIELD,
            "visitNumber"),
        other(
            "unknown outcome",
            OUTREACH,
            Lines.outreach().with("outcome", "'MAYBE'"),
            INTAKE_CODE_UNKNOWN,
            "outcome"),
        other(
            "unknown channel",
            OUTREACH,
            Lines.outreach().with("channel", "'PIGEON'"),
            INTAKE_CODE_UNKNOWN,
            "channel"),
        other(
            "level that nobody settles",
            ATTESTATION,
            Lines.attestation().with("level", "'SITE'"),
            INTAKE_CODE_UNKNOWN,
            "level"),
        other(
            "figure with a bar in its name",
            ATTESTATION,
            Lines.attestation().with("name", "'a|b'"),
            INTAKE_CODE_FORMAT,
            "name"),
        other(
            "year of two digits",
            ATTESTATION,
            Lines.attestation().with("year", "25"),
            INTAKE_NUMBER,
            "year"),
        other(
            "month that does not exist",
            PREMIUM,
            Lines.premium().with("month", "'2025-13'"),
            INTAKE_DATE,
            "month"),
        other(
            "premium below zero",
            PREMIUM,
            Lines.premium().with("premium", "'-1.00'"),
            INTAKE_AMOUNT,
            "premium"),
        other(
            "taxes above the premium",
            PREMIUM,
            Lines.premium().with("taxesAndFees", "'8000000.01'"),
            INTAKE_AMOUNT,
            "taxesAndFees"),
        other(
            "id linked to itself",
            IDENTITY,
            Lines.identity().with("survivor", "'M-002'"),
            INTAKE_IDENTITY_SELF,
            "survivor"),
        other(
            "link without version",
            AFFILIATION,
            Lines.affiliation().without("version"),
            INTAKE_MISSING_FIELD,
            "version"),
        other(
            "link that ends before it begins",
            AFFILIATION,
            Lines.affiliation().with("lastDay", "'2019-12-31'"),
            INTAKE_DATE_ORDER,
            "lastDay"));
  }

  private static BadLine raw(String name, String line, RejectionCode code) {
    return raw(name, line, code, null);
  }

  private static BadLine raw(String name, String line, RejectionCode code, @Nullable String field) {
    return new BadLine(name, CLAIM, line.getBytes(StandardCharsets.UTF_8), code, field);
  }

  private static BadLine claim(
      String name, String path, @Nullable String json, RejectionCode code, String field) {
    return other(name, CLAIM, Lines.claim().with(path, json), code, field);
  }

  private static BadLine other(
      String name, RecordType type, Lines line, RejectionCode code, String field) {
    return new BadLine(name, type, line.bytes(), code, field);
  }

  @Override
  public String toString() {
    return name;
  }
}
