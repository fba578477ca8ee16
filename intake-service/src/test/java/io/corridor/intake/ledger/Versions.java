package io.corridor.intake.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Versions of one claim for tests: only what matters is said. */
final class Versions {

  static final YearMonth SERVICE = YearMonth.of(2025, 1);

  private Versions() {}

  static Builder version(int number) {
    return new Builder(number);
  }

  static Instant day(String date) {
    return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static final class Builder {
    private final int number;
    private Instant receivedAt = day("2025-02-01");
    private String member = "m1";
    private boolean withdrawn;
    private YearMonth paidMonth = YearMonth.of(2025, 2);
    private boolean undecided;
    private List<ServiceAmount> amounts = List.of(new ServiceAmount(SERVICE, 10_000, 12_000));
    private String text = "";

    private Builder(int number) {
      this.number = number;
    }

    Builder received(String date) {
      receivedAt = day(date);
      return this;
    }

    Builder of(String member) {
      this.member = member;
      return this;
    }

    Builder reversed() {
      withdrawn = true;
      amounts = List.of();
      return this;
    }

    Builder paidIn(String month) {
      paidMonth = YearMonth.parse(month);
      return this;
    }

    Builder withoutPaidMonth() {
      undecided = true;
      return this;
    }

    Builder paying(long cents) {
      return paying(SERVICE, cents);
    }

    Builder paying(YearMonth month, long cents) {
      amounts = List.of(new ServiceAmount(month, cents, cents + 2_000));
      return this;
    }

    Builder saying(String text) {
      this.text = text;
      return this;
    }

    /** The words that the fixture of layout 1 was made of. */
    private static String words(ServiceAmount amount) {
      return "ServiceAmount[month="
          + amount.month()
          + ", paidCents="
          + amount.paidCents()
          + ", allowedCents="
          + amount.allowedCents()
          + "]";
    }

    RecordVersion build() {
      YearMonth booked = undecided ? null : paidMonth;
      String content =
          number
              + member
              + withdrawn
              + booked
              + amounts.stream().map(Builder::words).toList()
              + text;
      Content bytes = new Content(content.getBytes(StandardCharsets.UTF_8));
      return new RecordVersion(
          number,
          receivedAt,
          ContentHash.of(bytes.bytes(), 0),
          member,
          withdrawn,
          booked,
          amounts,
          bytes);
    }
  }
}
