package io.corridor.local.synthea;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.ClaimRecord;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.RejectedRow;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceRow;
import io.corridor.local.convert.Stays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claims of facilities: one row a revenue centre. The row of revenue code 0001 repeats the claim's
 * total and is no line. Inpatient and nursing-facility claims are paid as a whole: their first line
 * carries the money, and an inpatient pass-through (per diem times days), which is paid beside it,
 * is a line of its own. In the other files each line has its payment.
 */
final class FacilityClaims {
  private static final String TOTAL = "0001";
  private static final BigDecimal ZERO = new BigDecimal("0.00");

  /** Where the five files differ. */
  enum File {
    INPATIENT(true, List.of(), ""),
    SNF(true, List.of(), ""),
    OUTPATIENT(false, List.of("1ST", "2ND"), "REV_CNTR_PTNT_RSPNSBLTY_PMT"),
    HHA(false, List.of("1ST", "2ND"), ""),
    HOSPICE(false, List.of("1ST", "2ND"), "REV_CNTR_BENE_PMT_AMT");

    private final boolean stay;
    private final List<String> modifiers;
    private final String share;

    File(boolean stay, List<String> modifiers, String share) {
      this.stay = stay;
      this.modifiers = modifiers;
      this.share = share;
    }
  }

  private final File file;
  private final Beneficiaries people;
  private final FeedWriter.FeedFile feed;
  private final SourceCounts counts;
  private final @Nullable Stays stays;
  private final Set<String> admissions = new HashSet<>();

  FacilityClaims(
      File file,
      Beneficiaries people,
      FeedWriter.FeedFile feed,
      SourceCounts counts,
      @Nullable Stays stays) {
    this.file = file;
    this.people = people;
    this.feed = feed;
    this.counts = counts;
    this.stays = stays;
  }

  /** Turns the rows of one claim into a record. */
  void add(List<SourceRow> rows) {
    SourceRow first = rows.getFirst();
    List<SourceRow> centres =
        rows.stream().filter(row -> !row.required("REV_CNTR").equals(TOTAL)).toList();
    if (centres.isEmpty()) {
      throw new RejectedRow("NO_LINE_WITH_CONTENT", "REV_CNTR");
    }
    ClaimRecord claim = Rif.claim(feed.record(), rows, "INSTITUTIONAL", people);
    claim.put(
        "typeOfBill",
        first.required("CLM_FAC_TYPE_CD")
            + first.required("CLM_SRVC_CLSFCTN_TYPE_CD")
            + first.required("CLM_FREQ_CD"));
    claim.put("facility", facility(first));
    claim.put("dischargeStatus", disposition(first));
    Optional<LocalDate> discharged = Optional.empty();
    if (file.stay) {
      discharged = stay(claim, first);
    }
    for (int at = 0; at < centres.size(); at++) {
      line(claim, centres.get(at), money(first, centres.get(at), at == 0));
    }
    passThrough(claim, first, centres);
    claim.assumed(
        file.stay
            ? new String[] {"version", "lines.allowed", "lines.paid"}
            : new String[] {"version", "lines.allowed"});
    feed.write(claim.json());
    admission(claim, first, discharged);
    counts.note("claims", 1);
    counts.note("rows of the claim's total, no lines", rows.size() - centres.size());
    counts.note("lines without HCPCS", centres.stream().filter(Rif::withoutHcpcs).count());
    counts.total("CLM_PMT_AMT", first.dollars("CLM_PMT_AMT"));
  }

  private Optional<LocalDate> stay(ClaimRecord claim, SourceRow first) {
    LocalDate admitted = first.date("CLM_ADMSN_DT");
    Optional<LocalDate> discharged = first.optionalDate("NCH_BENE_DSCHRG_DT");
    if (discharged.filter(day -> day.isAfter(claim.through())).isPresent()) {
      counts.note("discharge after the last day of the claim, left out", 1);
      discharged = Optional.empty();
    }
    if (discharged.filter(day -> day.isBefore(admitted)).isPresent()) {
      throw new RejectedRow("DISCHARGE_BEFORE_ADMISSION", "NCH_BENE_DSCHRG_DT");
    }
    claim.put("admitted", admitted.toString());
    claim.put("discharged", discharged.map(LocalDate::toString));
    claim.put("msDrg", first.text("CLM_DRG_CD"));
    claim.put("admissionType", first.text("CLM_IP_ADMSN_TYPE_CD"));
    claim.put("admissionSource", first.text("CLM_SRC_IP_ADMSN_CD"));
    claim.putAll("procedures", Rif.procedures(first));
    return discharged;
  }

  private void line(ClaimRecord claim, SourceRow row, ClaimRecord.Money money) {
    ObjectNode line = claim.line(row.whole("CLM_LINE_NUM", 1, 1000), money, false);
    line.put("revenueCode", row.required("REV_CNTR"));
    if (!file.stay) {
      String day = row.date("REV_CNTR_DT").toString();
      line.put("from", day).put("through", day);
    }
    Rif.put(line, "hcpcs", row.text("HCPCS_CD"));
    Rif.modifiers(line, row, file.modifiers);
    Rif.put(line, "renderingNpi", row.text("RNDRNG_PHYSN_NPI"));
    Rif.units(line, row, "REV_CNTR_UNIT_CNT");
  }

  /** Allowed dollars are payment, the beneficiary's share and the primary payer's together. */
  private ClaimRecord.Money money(SourceRow first, SourceRow row, boolean atFirst) {
    if (file.stay && !atFirst) {
      return ClaimRecord.Money.NONE;
    }
    BigDecimal paid =
        file.stay ? first.dollars("CLM_PMT_AMT") : row.dollars("REV_CNTR_PMT_AMT_AMT");
    BigDecimal share = share(first, row);
    BigDecimal other = atFirst ? first.dollars("NCH_PRMRY_PYR_CLM_PD_AMT") : ZERO;
    return new ClaimRecord.Money(paid.add(share).add(other), paid, share, other);
  }

  private BigDecimal share(SourceRow first, SourceRow row) {
    if (file.stay) {
      return first
          .dollars("NCH_BENE_IP_DDCTBL_AMT")
          .add(first.dollars("NCH_BENE_PTA_COINSRNC_LBLTY_AM"))
          .add(first.dollars("NCH_BENE_BLOOD_DDCTBL_LBLTY_AM"));
    }
    return file.share.isEmpty() ? ZERO : row.dollars(file.share);
  }

  private void passThrough(ClaimRecord claim, SourceRow first, List<SourceRow> centres) {
    if (file != File.INPATIENT) {
      return;
    }
    BigDecimal dollars =
        first
            .dollars("CLM_PASS_THRU_PER_DIEM_AMT")
            .multiply(BigDecimal.valueOf(first.whole("CLM_UTLZTN_DAY_CNT", 0, 366)));
    if (dollars.signum() != 0) {
      int number =
          1 + centres.stream().mapToInt(row -> row.whole("CLM_LINE_NUM", 1, 1000)).max().orElse(0);
      claim.line(number, ClaimRecord.Money.paidOnly(dollars), false);
      counts.note("pass-through lines", 1);
      counts.total("pass-through", dollars);
    }
  }

  /** One pair of messages an admission, however many claims it has. */
  private void admission(ClaimRecord claim, SourceRow first, Optional<LocalDate> discharged) {
    if (stays == null || discharged.isEmpty()) {
      return;
    }
    LocalDate admitted = first.date("CLM_ADMSN_DT");
    String member = first.required("BENE_ID");
    String facility = facility(first);
    if (!admissions.add(member + "|" + facility + "|" + admitted)) {
      counts.note("claims of an admission that was seen already", 1);
      return;
    }
    stays.add(
        new Stays.Stay(
            Rif.PAYER,
            member,
            facility,
            claim.json().get("claimId").textValue(),
            admitted,
            discharged.get(),
            first.text("AT_PHYSN_NPI"),
            first.text("ADMTG_DGNS_CD"),
            first.text("PRNCPAL_DGNS_CD"),
            disposition(first)),
        counts);
  }

  /** The certification number; a facility without one is known by its NPI. */
  private static String facility(SourceRow row) {
    return row.text("PRVDR_NUM").orElseGet(() -> row.required("ORG_NPI_NUM"));
  }

  /** UB-04 discharge status in two digits; the source writes 1 for 01. */
  private static Optional<String> disposition(SourceRow row) {
    return row.text("PTNT_DSCHRG_STUS_CD").map(code -> code.length() == 1 ? "0" + code : code);
  }
}
