package io.corridor.benchmark.budget;

import io.corridor.benchmark.risk.ContractRiskWeights;
import io.corridor.benchmark.risk.ContractTable;
import io.corridor.benchmark.risk.RiskAdjustment;
import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.TermsValue;
import io.corridor.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tables of risk weights: CMS's, loaded when the first contract names a model; the contracts'. */
final class RiskTables {

  private RiskTables() {}

  /** Loaded by the class loader, once. */
  private static final class Models {
    private static final RiskAdjustment LOADED = RiskAdjustment.load();
  }

  static RiskAdjustment models() {
    return Models.LOADED;
  }

  /** The table of the terms; empty where they name a CMS model. */
  static Optional<ContractRiskWeights> of(World world, Contract terms) {
    Map<String, ContractRiskWeights> tables = world.view("risk-tables", RiskTables::tables);
    return Optional.ofNullable(tables.get(terms.id().value() + "|" + terms.version()));
  }

  private static Map<String, ContractRiskWeights> tables(World world) {
    Map<String, ContractRiskWeights> tables = new HashMap<>();
    for (TermsValue value : world.table(Topics.TERMS).values()) {
      Contract terms = TermsMapper.contract(value.getBody());
      CostTerms.Risk risk = terms.cost().risk();
      if (risk != null && risk.model() == CostTerms.Model.TABLE) {
        tables.put(terms.id().value() + "|" + terms.version(), ContractTable.of(risk));
      }
    }
    return Map.copyOf(tables);
  }
}
