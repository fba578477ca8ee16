package io.corridor.benchmark.risk;

import io.corridor.benchmark.risk.SegmentFacts.OriginalReason;
import io.corridor.common.time.Ages;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Age bands of the regressions (CMS macro AGESEXV2): five years wide for continuing enrollees,
 * single years from 65 to 69 for new ones.
 */
final class AgeBands {

  /** The two lists of bands. */
  enum Kind {
    CONTINUING,
    NEW
  }

  /** A band with its last age included. */
  record Band(int firstAge, int lastAge, String name) {}

  private final List<Band> continuing;
  private final List<Band> newEnrollees;

  private AgeBands(List<Band> continuing, List<Band> newEnrollees) {
    this.continuing = continuing;
    this.newEnrollees = newEnrollees;
  }

  static AgeBands load() {
    return of(TableRow.load("codes/age_bands.csv"));
  }

  static AgeBands of(List<TableRow> rows) {
    return new AgeBands(bands(rows, Kind.CONTINUING), bands(rows, Kind.NEW));
  }

  private static List<Band> bands(List<TableRow> rows, Kind kind) {
    List<Band> bands = new ArrayList<>();
    for (TableRow row : rows) {
      if (Kind.valueOf(row.required("list")) == kind) {
        OptionalInt last = row.optionalNumber("last_age");
        int expected = bands.isEmpty() ? 0 : bands.getLast().lastAge() + 1;
        if (row.number("first_age") != expected) {
          throw row.broken("has a gap or an overlap");
        }
        bands.add(new Band(expected, last.orElse(Integer.MAX_VALUE - 1), row.required("band")));
      }
    }
    if (bands.isEmpty() || bands.getLast().lastAge() != Integer.MAX_VALUE - 1) {
      throw new IllegalStateException("age bands of " + kind + " have no open last row");
    }
    return List.copyOf(bands);
  }

  /**
   * The age that counts in a payment year: whole birthdays on 1 February, and 65 for a person of 64
   * whose entitlement is by age, who will be 65 before the first payment. V24's main macro and the
   * new enrollee cells of both models say so; V28's main macro leaves it out, which would leave
   * that person without any age cell, so it is read as V24's.
   */
  static int age(LocalDate birthDate, OriginalReason reason, int paymentYear) {
    int age = Math.max(0, Ages.on(LocalDate.of(paymentYear, Month.FEBRUARY, 1), birthDate));
    return age == 64 && reason == OriginalReason.AGE ? 65 : age;
  }

  List<Band> bands(Kind kind) {
    return kind == Kind.NEW ? newEnrollees : continuing;
  }

  /** Name of the band of an age. */
  String band(Kind kind, int age) {
    return bands(kind).stream()
        .filter(band -> age <= band.lastAge())
        .findFirst()
        .orElseThrow()
        .name();
  }
}
