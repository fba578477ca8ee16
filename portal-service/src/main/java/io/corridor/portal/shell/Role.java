package io.corridor.portal.shell;

import java.util.EnumSet;
import java.util.Set;

/** What a person does, which decides the pages they have. */
public enum Role {
  /** Care coordinator: calls patients. */
  COORDINATOR("Care coordinator", "/worklist", Area.WORKLIST, Area.GAPS),
  /** Practice lead: answers for a practice's list. */
  PRACTICE(
      "Practice lead", "/roster", Area.WORKLIST, Area.GAPS, Area.ROSTER, Area.CONTRACTS, Area.DATA),
  /** ACO or payer analyst: follows contracts. */
  ANALYST("Analyst", "/contracts", Area.GAPS, Area.ROSTER, Area.CONTRACTS, Area.DATA),
  /** Operator: keeps the data flowing, sees no patients. */
  OPERATOR("Operator", "/data", Area.DATA);

  /** Parts of the portal. */
  public enum Area {
    /** Alerts and tasks. */
    WORKLIST,
    /** Care gaps. */
    GAPS,
    /** Rosters of practices. */
    ROSTER,
    /** Contracts: figures, estimates. */
    CONTRACTS,
    /** Feeds and rejected lines. */
    DATA
  }

  private final String title;
  private final String landing;
  private final Set<Area> areas;

  Role(String title, String landing, Area first, Area... rest) {
    this.title = title;
    this.landing = landing;
    this.areas = EnumSet.of(first, rest);
  }

  /** Name shown to people. */
  public String title() {
    return title;
  }

  /** Address after the login. */
  public String landing() {
    return landing;
  }

  /** True when the role has the area. */
  public boolean may(Area area) {
    return areas.contains(area);
  }
}
