package io.corridor.benchmark;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds claims; only what matters to a test appears in it. */
public final class Claims {

  private final String id;
  private Claim.Status status = Claim.Status.PAID;
  private Claim.Type type = Claim.Type.PROFESSIONAL;
  private Claim.PaymentKind kind = Claim.PaymentKind.FEE_FOR_SERVICE;
  private LocalDate from = LocalDate.of(2025, 3, 10);
  private @Nullable LocalDate admitted;
  private @Nullable String bill;
  private @Nullable String facility;
  private @Nullable String tin = "111111111";
  private @Nullable String principal;
  private @Nullable String specialty;
  private @Nullable String taxonomy;
  private final List<ClaimLine> lines = new ArrayList<>();

  private Claims(String id) {
    this.id = id;
  }

  public static Claims claim(String id) {
    return new Claims(id);
  }

  public Claims status(Claim.Status value) {
    status = value;
    return this;
  }

  public Claims type(String value) {
    type = Claim.Type.valueOf(value);
    return this;
  }

  public Claims kind(Claim.PaymentKind value) {
    kind = value;
    return this;
  }

  public Claims on(String day) {
    from = LocalDate.parse(day);
    return this;
  }

  public Claims admitted(String day) {
    admitted = LocalDate.parse(day);
    return this;
  }

  public Claims bill(@Nullable String value) {
    bill = value;
    if (value != null) {
      type = Claim.Type.INSTITUTIONAL;
    }
    return this;
  }

  public Claims at(String value) {
    facility = value;
    return this;
  }

  public Claims principal(@Nullable String value) {
    principal = value;
    return this;
  }

  public Claims clinician(@Nullable String specialtyCode, @Nullable String taxonomyCode) {
    specialty = specialtyCode;
    taxonomy = taxonomyCode;
    return this;
  }

  public Claims tin(String value) {
    tin = value;
    return this;
  }

  public Claims line(@Nullable String code, @Nullable String revenue, @Nullable String place) {
    return line(code, revenue, place, "100.00", "80.00", null, false);
  }

  public Claims paying(String allowed, String paid) {
    return line("99213", null, "11", allowed, paid, null, false);
  }

  public Claims line(
      @Nullable String code,
      @Nullable String revenue,
      @Nullable String place,
      @Nullable String allowed,
      String paid,
      @Nullable String shadow,
      boolean denied) {
    lines.add(
        new ClaimLine(
            lines.size() + 1,
            from,
            from,
            code,
            List.of(),
            revenue,
            place,
            null,
            specialty,
            taxonomy,
            null,
            allowed == null ? null : Money.of(allowed),
            Money.of(paid),
            shadow == null ? null : Money.of(shadow),
            denied,
            List.of()));
    return this;
  }

  public Claim build() {
    return new Claim(
        "P1",
        id,
        status,
        type,
        kind,
        from,
        from,
        admitted,
        null,
        null,
        bill,
        null,
        facility,
        tin == null ? null : new Tin(Objects.requireNonNull(tin)),
        principal,
        List.of(),
        List.of(),
        Instant.EPOCH,
        List.copyOf(lines));
  }
}
