package io.corridor.common.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Provider buckets by CMS specialty or, when the line has none, by taxonomy (42 CFR 425.20 and
 * 425.402(c), domain.md 1.1).
 */
public final class ProviderBuckets {

  /** Bucket of a clinician. */
  public enum Bucket {
    /** Primary-care physician. */
    PCP,
    /** Nurse practitioner, clinical nurse specialist, physician assistant. */
    NPP,
    /** Specialist of the step-2 list. */
    SPECIALIST,
    /** Any other. */
    OTHER,
    /** Neither specialty nor taxonomy is known. */
    UNKNOWN
  }

  private final Map<String, Bucket> bySpecialty;
  private final Map<String, Bucket> byTaxonomy;

  private ProviderBuckets(Map<String, Bucket> bySpecialty, Map<String, Bucket> byTaxonomy) {
    this.bySpecialty = bySpecialty;
    this.byTaxonomy = byTaxonomy;
  }

  /** The lists shipped with the product. FQHC and RHC count as primary care. */
  public static ProviderBuckets load() {
    return new ProviderBuckets(
        read("codes/attribution_specialties.csv", "cms_specialty_code"),
        read("codes/attribution_taxonomy_bucket.csv", "taxonomy"));
  }

  private static Map<String, Bucket> read(String resource, String column) {
    Map<String, Bucket> buckets = new HashMap<>();
    CodeTable.load(ProviderBuckets.class, resource)
        .rows()
        .forEach(row -> buckets.put(row.getOrDefault(column, ""), bucket(row.get("bucket"))));
    return Map.copyOf(buckets);
  }

  private static Bucket bucket(@Nullable String name) {
    return "FQHC".equals(name) || "RHC".equals(name)
        ? Bucket.PCP
        : Bucket.valueOf(String.valueOf(name));
  }

  /** The bucket of a clinician. */
  public Bucket of(@Nullable String specialty, @Nullable String taxonomy) {
    if (specialty != null) {
      return bySpecialty.getOrDefault(specialty, Bucket.OTHER);
    }
    if (taxonomy != null) {
      return byTaxonomy.getOrDefault(taxonomy, Bucket.OTHER);
    }
    return Bucket.UNKNOWN;
  }
}
