package io.corridor.intake.canonical;

/**
 * Why a line, a file or a record was not accepted. Codes are stable: they are retired, never
 * reused. {@code docs/feed-format.md} lists them.
 */
public enum RejectionCode {
  /** Not JSON: broken, cut off, wrongly encoded, or more than one value on a line. */
  INTAKE_JSON("Write one complete JSON object a line, in UTF-8."),
  /** Not a value of the inbox topic's schema. */
  INTAKE_AVRO("Write the value with the schema registered for the topic."),
  /** Longer than one record may be. */
  INTAKE_TOO_LARGE("Keep a record below 1 MB and 1,000 lines, and a text below 256 characters."),
  /** The file's record type is not one that intake reads. */
  INTAKE_RECORD_TYPE(
      "Use claim, enrollment, adt, outreach, affiliation, identity, attestation or premium."),
  /** A field the format does not have. */
  INTAKE_UNKNOWN_FIELD("Remove the field or correct its name."),
  /** A field that stands twice in one object. */
  INTAKE_FIELD_TWICE("Give each field once."),
  /** A required field is absent or null. */
  INTAKE_MISSING_FIELD("Give the field a value."),
  /** A value of another JSON type than the field's. */
  INTAKE_TYPE("Use the field's type: amounts and dates are texts, whole numbers are numbers."),
  /** A whole number outside its range. */
  INTAKE_NUMBER("Correct the number."),
  /** An empty text, or one with control characters. */
  INTAKE_TEXT("Leave an empty field out and remove control characters."),
  /** An identifier with characters that keys cannot hold. */
  INTAKE_ID("Use 1 to 64 visible ASCII characters without blanks and without |."),
  /** A date that does not exist or lies outside the years 1850 to 2150. */
  INTAKE_DATE("Write an existing day as yyyy-MM-dd."),
  /** An instant that does not exist or is not in UTC. */
  INTAKE_TIME("Write an existing instant in UTC as yyyy-MM-ddTHH:mm:ssZ."),
  /** Two dates in the wrong order. */
  INTAKE_DATE_ORDER("Correct the dates."),
  /** An amount that is not a decimal number in a text, or has too many digits. */
  INTAKE_AMOUNT("Write a decimal number in a text: two decimals for money, six for quantities."),
  /** The header's total differs from the sum of the lines. */
  INTAKE_TOTALS("Correct the total or the lines, or leave the total out."),
  /** A word that is not one of the field's values. */
  INTAKE_CODE_UNKNOWN("Use one of the values that the format lists for the field."),
  /** A code that cannot be one of its code system. */
  INTAKE_CODE_FORMAT("Write the bare code: upper case, no dot, no blanks, no padding."),
  /** A diagnosis or procedure code that cannot be one. */
  INTAKE_DIAGNOSIS("Write the bare code: upper case, no dot, no blanks, no padding."),
  /** Not a national provider identifier by its form. */
  INTAKE_NPI("Write ten digits."),
  /** Not a tax identification number by its form. */
  INTAKE_TIN("Write nine digits."),
  /** Not a time zone. */
  INTAKE_ZONE("Use an IANA zone such as America/New_York."),
  /** A version below one. */
  INTAKE_VERSION("Number versions from 1."),
  /** A line number below one. */
  INTAKE_LINE_NUMBER("Number lines from 1."),
  /** Two lines of a claim with one number. */
  INTAKE_LINE_DUPLICATE("Number each line of a claim once."),
  /** The filled part of an enrollment record does not fit its kind. */
  INTAKE_KIND("Fill exactly the part that the kind names."),
  /** A link of a member id to itself. */
  INTAKE_IDENTITY_SELF(
      "Name the id that is given up as member and the one that goes on as survivor."),

  /** The same version with the same content is known already. Not an error. */
  INTAKE_DUPLICATE("Nothing is to be done."),
  /** Another content of the same claim version is known. Accepted; the later receipt wins. */
  CLAIM_VERSION_CONFLICT("Give changed claims a higher version."),
  /** Another content of the same version of another record is known. Accepted likewise. */
  INTAKE_VERSION_CONFLICT("Give changed records a higher version."),
  /**
   * An identity link that closes a cycle. Accepted, but it does not count while the cycle stands.
   */
  INTAKE_IDENTITY_CYCLE("Void the link that it contradicts, or this one."),

  /** The feed has no manifest. */
  INTAKE_MANIFEST_MISSING("Put manifest.json beside the files."),
  /** The manifest is not JSON, or not the manifest format. */
  INTAKE_MANIFEST("Correct manifest.json."),
  /** The manifest names a file that is not there. */
  INTAKE_FILE_MISSING("Add the file or take it out of the manifest."),
  /** A file stands in the feed that the manifest does not name. It is not read. */
  INTAKE_FILE_UNLISTED("Name the file in the manifest or remove it."),
  /** A file could not be read to its end. What was read before counts. */
  INTAKE_FILE_BROKEN("Send the file again; lines known already are duplicates."),
  /** The manifest promises another number of rows. */
  INTAKE_ROW_COUNT("Check the file for lost lines."),
  /** The manifest promises another control total. */
  INTAKE_CONTROL_TOTAL("Check the file for lost or changed lines.");

  private final String advice;

  RejectionCode(String advice) {
    this.advice = advice;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }

  /** Text for people: what was wrong, then what to do. */
  public String text(String what) {
    return what + ". " + advice;
  }
}
