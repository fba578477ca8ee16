package io.corridor.portal.shell;

import io.corridor.portal.shell.Role.Area;
import java.util.Optional;

/** Makes the shell of a page. */
public final class Shells {

  private final boolean demo;

  /**
   * Shells of this portal.
   *
   * @param demo true when all data are invented
   */
  public Shells(boolean demo) {
    this.demo = demo;
  }

  /** True when all data are invented. */
  public boolean demo() {
    return demo;
  }

  /** The shell of a page in an area. */
  public Shell of(Visit visit, Optional<Area> area, Optional<Long> pressing) {
    return new Shell(visit.viewer(), area, demo, pressing);
  }

  /** The shell of a page in an area, without the worklist's count. */
  public Shell of(Visit visit, Area area) {
    return of(visit, Optional.of(area), Optional.empty());
  }
}
