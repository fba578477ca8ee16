package io.corridor.benchmark.risk;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which claims may state a diagnosis for risk adjustment: those of a clinician who saw the person,
 * or of a hospital. Inpatient bills count as they are; professional claims and outpatient bills
 * need a service of CMS's list on a line that was not denied, which leaves out laboratory,
 * radiology, equipment and skilled nursing.
 */
final class EligibleServices {

  private final Map<String, List<ListedYears>> services;
  private final Map<String, Boolean> bills;
  private final int earliest;

  private EligibleServices(
      Map<String, List<ListedYears>> services, Map<String, Boolean> bills, int earliest) {
    this.services = services;
    this.bills = bills;
    this.earliest = earliest;
  }

  static EligibleServices load() {
    return of(
        TableRow.load("codes/eligible_services.csv"), TableRow.load("codes/eligible_bills.csv"));
  }

  static EligibleServices of(List<TableRow> serviceRows, List<TableRow> billRows) {
    Map<String, List<ListedYears>> services = new HashMap<>();
    int earliest = Integer.MAX_VALUE;
    for (TableRow row : serviceRows) {
      ListedYears years = ListedYears.of(row);
      earliest = Math.min(earliest, years.first());
      List<ListedYears> known = services.getOrDefault(row.required("hcpcs"), List.of());
      if (known.stream().anyMatch(years::overlap)) {
        throw row.broken("lists a code twice in a year");
      }
      services.put(
          row.required("hcpcs"),
          java.util.stream.Stream.concat(known.stream(), java.util.stream.Stream.of(years))
              .toList());
    }
    Map<String, Boolean> bills = new HashMap<>();
    for (TableRow row : billRows) {
      boolean needed = row.required("eligible_service").equals("YES");
      if (bills.put(row.required("type_of_bill"), needed) != null) {
        throw row.broken("lists a type of bill twice");
      }
    }
    return new EligibleServices(services, bills, earliest);
  }

  /** True when the claim's diagnoses count. */
  boolean eligible(Claim claim) {
    return switch (claim.type()) {
      case PROFESSIONAL -> hasEligibleService(claim);
      case INSTITUTIONAL -> {
        String bill = claim.typeOfBill();
        @Nullable Boolean needed =
            bill == null || bill.length() < 2 ? null : bills.get(bill.substring(0, 2));
        yield needed != null && (!needed || hasEligibleService(claim));
      }
      case PHARMACY -> false;
    };
  }

  private boolean hasEligibleService(Claim claim) {
    return claim.lines().stream().anyMatch(this::eligible);
  }

  /** True when the line has a service of the list and was not denied. */
  boolean eligible(ClaimLine line) {
    return !line.denied()
        && line.hcpcs() != null
        && services.getOrDefault(line.hcpcs(), List.of()).stream()
            .anyMatch(years -> years.contain(line.from().getYear(), earliest));
  }
}
