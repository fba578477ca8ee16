package io.corridor.intake.contract;

import io.corridor.common.terms.SettledYears;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.MsspTerms;
import io.corridor.schemas.ProgramYearTerms;
import io.corridor.schemas.SettlementTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules on the settlement terms of a contract: the shape has its own terms and no others, what
 * belongs to downside stands only where losses are shared. The terms of each shape stand in {@link
 * ShapeChecks}, payments beside it in {@link PaymentChecks}.
 */
final class SettlementChecks {

  private static final String MSSP = "MSSP";
  private static final String ONE_SIDED = "ONE_SIDED";
  private static final String TWO_SIDED = "TWO_SIDED";

  private static final Set<String> SAVINGS = Set.of(ONE_SIDED, TWO_SIDED, MSSP);

  /** Where the terms of a shape stand. */
  private static final Map<String, String> OWN_TERMS =
      Map.of(
          MSSP,
          "mssp",
          "GLOBAL_BUDGET",
          "globalBudget",
          "TOTAL_COST",
          "totalCost",
          "MEDICAL_LOSS_RATIO",
          "medicalLoss",
          "UTILIZATION_INDEX",
          "utilization",
          "CAPITATION",
          "capitation",
          "BUNDLE",
          "bundle");

  private final NumberChecks checks;
  private final TermsChecks terms;

  SettlementChecks(Findings findings, TermsChecks terms) {
    this.checks = new NumberChecks(findings, terms);
    this.terms = terms;
  }

  /** True for shapes that share savings above a minimum rate. */
  static boolean sharesSavings(String shape) {
    return SAVINGS.contains(shape);
  }

  /** True for terms whose benchmark is the contract's budget. */
  static boolean needsBudget(SettlementTerms settlement) {
    return sharesSavings(settlement.getShape())
        || settlement.getShape().equals("TOTAL_COST")
            && settlement.getTotalCost() != null
            && settlement.getTotalCost().getRatingCategories().isEmpty();
  }

  void check(ContractTerms contract) {
    SettlementTerms settlement = contract.getSettlement();
    terms("settlement", settlement, contract);
    Integer first = settlement.getFirstContractYear();
    if (first != null) {
      checks.atLeast("settlement.firstContractYear", first, 1);
    }
    terms.words("settlement.levels", settlement.getLevels(), "CONTRACT", "ACO", "TIN", "NPI");
    levels(settlement);
    for (int i = 0; i < settlement.getGlidePath().size(); i++) {
      String field = "settlement.glidePath[" + i + "]";
      terms(field, SettledYears.step(settlement.getGlidePath().get(i)), contract);
    }
    new PaymentChecks(checks).check(settlement, contract);
  }

  private void terms(String field, SettlementTerms settlement, ContractTerms contract) {
    List<String> words = new ArrayList<>(List.of(ONE_SIDED, TWO_SIDED));
    words.addAll(OWN_TERMS.keySet().stream().sorted().toList());
    checks.word(field + ".shape", settlement.getShape(), words.toArray(String[]::new));
    ownTerms(field, settlement);
    sharing(field, settlement);
    if (settlement.getMssp() != null) {
      mssp(field + ".mssp", settlement.getMssp(), contract);
    }
    new ShapeChecks(checks).check(field, settlement);
  }

  /** The shape's own terms, and no other shape's. */
  private void ownTerms(String field, SettlementTerms settlement) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("mssp", settlement.getMssp());
    all.put("globalBudget", settlement.getGlobalBudget());
    all.put("totalCost", settlement.getTotalCost());
    all.put("medicalLoss", settlement.getMedicalLoss());
    all.put("utilization", settlement.getUtilization());
    all.put("capitation", settlement.getCapitation());
    all.put("bundle", settlement.getBundle());
    String own = OWN_TERMS.get(settlement.getShape());
    all.forEach((name, given) -> {
      if (given != null && !name.equals(own)) {
        checks.problem(
            ContractCode.CONTRACT_SHAPE,
            field + "." + name,
            "The contract's shape is " + settlement.getShape() + "; remove these terms.");
      }
      if (given == null && name.equals(own)) {
        checks.problem(
            ContractCode.CONTRACT_SHAPE, field, "The shape needs its terms in " + name + ".");
      }
    });
  }

  /** Share, caps and minimum rate belong to shared savings. */
  private void sharing(String field, SettlementTerms settlement) {
    checks.share(field + ".sharePercent", settlement.getSharePercent());
    checks.share(field + ".lossSharePercent", settlement.getLossSharePercent());
    checks.share(field + ".minimumSavingsRate", settlement.getMinimumSavingsRate());
    checks.share(field + ".paymentCapPercent", settlement.getPaymentCapPercent());
    checks.share(field + ".lossCapPercent", settlement.getLossCapPercent());
    boolean oneSided = settlement.getShape().equals(ONE_SIDED);
    boolean twoSided = settlement.getShape().equals(TWO_SIDED);
    if ((oneSided || twoSided) && settlement.getSharePercent() == null) {
      checks.problem(
          ContractCode.CONTRACT_MISSING_FIELD, field + ".sharePercent", "Add the share.");
    }
    if (!oneSided && !twoSided) {
      foreign(field + ".sharePercent", settlement.getSharePercent());
      foreign(field + ".lossSharePercent", settlement.getLossSharePercent());
      foreign(field + ".paymentCapPercent", settlement.getPaymentCapPercent());
      foreign(field + ".lossCapPercent", settlement.getLossCapPercent());
    }
    if (!sharesSavings(settlement.getShape())) {
      foreign(field + ".minimumSavingsRate", settlement.getMinimumSavingsRate());
    }
    boolean losses = settlement.getLossSharePercent() != null;
    if (oneSided && (losses || settlement.getLossCapPercent() != null)) {
      checks.problem(
          ContractCode.CONTRACT_LOSS_TERMS,
          field + (losses ? ".lossSharePercent" : ".lossCapPercent"),
          "A one-sided contract has no loss terms; make it TWO_SIDED or remove them.");
    }
    if (twoSided && !losses) {
      checks.problem(
          ContractCode.CONTRACT_LOSS_TERMS, field, "A two-sided contract needs lossSharePercent.");
    }
  }

  private void foreign(String field, @Nullable Object given) {
    if (given != null) {
      checks.problem(ContractCode.CONTRACT_SHAPE, field, "The shape has no such term; remove it.");
    }
  }

  private void mssp(String field, MsspTerms mssp, ContractTerms contract) {
    checks.word(
        field + ".track",
        mssp.getTrack(),
        "TRACK_1",
        "TRACK_1_PLUS",
        "TRACK_2",
        "TRACK_3",
        "BASIC_A",
        "BASIC_B",
        "BASIC_C",
        "BASIC_D",
        "BASIC_E",
        "ENHANCED");
    Integer months = mssp.getMonthsToPayment();
    if (months != null) {
      checks.atLeast(field + ".monthsToPayment", months, 0);
    }
    List<Integer> benchmarkYears = benchmarkYears(contract.getCost());
    if (contract.getPerformanceYears().stream()
        .filter(year -> !benchmarkYears.contains(year.getYear()))
        .anyMatch(year -> mssp.getAgreementStart().isAfter(year.getFrom()))) {
      checks.problem(
          ContractCode.CONTRACT_YEARS,
          field + ".agreementStart",
          "The agreement starts after a performance year that is no benchmark year.");
    }
    if (!contract.getLineOfBusiness().equals("MEDICARE")) {
      checks.problem(
          ContractCode.CONTRACT_WORD, "lineOfBusiness", "The program is for MEDICARE alone.");
    }
  }

  /** Years of the contract's own history that the program's benchmark rests on. */
  private static List<Integer> benchmarkYears(@Nullable CostTerms cost) {
    return cost == null
        ? List.of()
        : cost.getProgramBenchmarks().stream()
            .flatMap(program -> program.getTypes().stream())
            .flatMap(type -> type.getYears().stream())
            .map(ProgramYearTerms::getYear)
            .toList();
  }

  /** The program and the premium know the ACO as a whole. */
  private void levels(SettlementTerms settlement) {
    boolean whole =
        settlement.getShape().equals(MSSP) || settlement.getShape().equals("MEDICAL_LOSS_RATIO");
    for (int i = 0; i < settlement.getLevels().size(); i++) {
      if (whole && !settlement.getLevels().get(i).equals("CONTRACT")) {
        checks.problem(
            ContractCode.CONTRACT_LEVEL,
            "settlement.levels[" + i + "]",
            "The shape settles the contract as a whole: use CONTRACT.");
      }
    }
  }
}
