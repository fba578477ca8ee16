package io.corridor.benchmark.risk;

import java.util.Locale;

/** The versions of the CMS-HCC model for Part C that are scored here. */
public enum RiskModel {
  /** 86 payment conditions; alone from 2020 to 2023, then blended out until 2025. */
  V24,
  /** 115 payment conditions; blended in from 2024, alone since 2026. */
  V28;

  /** Name as it stands in names of resources. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
