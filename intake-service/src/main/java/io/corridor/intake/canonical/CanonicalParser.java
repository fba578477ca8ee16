package io.corridor.intake.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Claim;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.IdentityLink;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.Premium;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Lines of canonical feeds into records: a pure function of its input. Records that come typed, by
 * an inbox topic, obey the same rules.
 */
public final class CanonicalParser {

  /** Bytes that one record may have at most. */
  public static final int LARGEST = 1024 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxNumberLength(40)
                  .maxNameLength(256)
                  .build())
          .build();

  private static final Map<RecordType, ValueReader> READERS = readers();

  private CanonicalParser() {}

  /** One line, without its end, as a record of the given type. */
  public static Parsed parse(RecordType type, byte[] line) {
    if (line.length > LARGEST) {
      return new Fault(RejectionCode.INTAKE_TOO_LARGE, null, "The line is too long").rejected();
    }
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() == null) {
        throw notJson("The line is empty");
      }
      SpecificRecord record = (SpecificRecord) reader(type).read(json);
      if (json.nextToken() != null) {
        throw notJson("The line has more than one value");
      }
      rules(type, record);
      return new Parsed.Accepted(record);
    } catch (Fault fault) {
      return fault.rejected();
    } catch (IOException broken) {
      return notJson("The line is not JSON").rejected();
    }
  }

  /** A record that came typed. */
  public static Parsed check(RecordType type, SpecificRecord record) {
    try {
      TypedValues.check(record);
      rules(type, record);
      return new Parsed.Accepted(record);
    } catch (Fault fault) {
      return fault.rejected();
    }
  }

  private static void rules(RecordType type, SpecificRecord record) {
    switch (type) {
      case CLAIM -> ClaimChecks.check((Claim) record);
      case ENROLLMENT -> EnrollmentChecks.check((EnrollmentRecord) record);
      case ADT -> EventChecks.adt((AdtEvent) record);
      case OUTREACH -> EventChecks.outreach((Outreach) record);
      case AFFILIATION -> EventChecks.affiliation((Affiliation) record);
      case IDENTITY -> IdentityChecks.check((IdentityLink) record);
      case ATTESTATION -> StatedChecks.attestation((Attestation) record);
      case PREMIUM -> StatedChecks.premium((Premium) record);
    }
  }

  private static ValueReader reader(RecordType type) {
    ValueReader reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalStateException("no reader for " + type);
    }
    return reader;
  }

  private static Fault notJson(String what) {
    return new Fault(RejectionCode.INTAKE_JSON, null, what);
  }

  private static Map<RecordType, ValueReader> readers() {
    Map<RecordType, ValueReader> readers = new EnumMap<>(RecordType.class);
    Arrays.stream(RecordType.values())
        .forEach(type -> readers.put(type, ValueReaders.of(type.schema())));
    return readers;
  }
}
