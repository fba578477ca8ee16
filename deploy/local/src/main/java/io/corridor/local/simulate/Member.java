package io.corridor.local.simulate;

import org.jspecify.annotations.Nullable;

/**
 * One simulated member: what is true of the person, before any care. Days are epoch days; {@code
 * lastDay} values are inclusive and {@link Integer#MAX_VALUE} while open.
 */
final class Member {
  /** A span of coverage as it truly was. */
  record Span(int from, int lastDay, boolean managedCare, int announcedAfter, int endedAfter) {}

  /** A span in which a primary-care clinician was on file. */
  record Selection(
      Clinician clinician, Practice practice, boolean byMember, int from, int lastDay) {}

  final int index;
  final Lob lob;
  final Community community;
  final String id;
  boolean female;
  int birthDay;
  int zip;
  String family = "";
  String given = "";
  String phone = "";
  String language = "en";
  int conditions;
  boolean esrd;
  boolean disabled;
  boolean dual;
  boolean hmo;
  boolean institution;
  boolean longTermCare;
  boolean noSource;

  /** Factor on all care that a person seeks: far below 1 for those who avoid it. */
  double seeks = 1;

  /** Factor on care by need that conditions do not tell: poverty, entitlement. */
  double burden = 1;

  boolean hispanic;
  int deathDay = Integer.MAX_VALUE;
  int deathKnownDay = Integer.MAX_VALUE;
  Span[] spans = {};
  Selection[] selections = {};
  double loyalty;
  double prevention;

  /** Home practice and clinician by simulated month. */
  @Nullable Practice[] homes = {};

  @Nullable Clinician[] clinicians = {};

  /** Frailty by year index. */
  double[] frailty = {};

  Member(int index, Lob lob, Community community) {
    this.index = index;
    this.lob = lob;
    this.community = community;
    this.id = lob.prefix() + String.format(java.util.Locale.ROOT, "%08d", index + 10_000_001);
  }

  boolean has(Condition condition) {
    return (conditions & condition.bit()) != 0;
  }

  int age(int day) {
    return Timeline.age(birthDay, day);
  }

  /** True when the payer pays services of that day. */
  boolean covered(int day) {
    if (day > deathDay) {
      return false;
    }
    for (Span span : spans) {
      if (span.from() <= day && day <= span.lastDay()) {
        return !span.managedCare();
      }
    }
    return false;
  }

  Practice home(int month) {
    Practice practice = homes[Math.clamp(month, 0, homes.length - 1)];
    if (practice == null) {
      throw new IllegalStateException("member without home practice");
    }
    return practice;
  }

  @Nullable Clinician clinician(int month) {
    return clinicians[Math.clamp(month, 0, clinicians.length - 1)];
  }

  double frailty(int year) {
    return frailty[Math.min(year, frailty.length - 1)];
  }
}
