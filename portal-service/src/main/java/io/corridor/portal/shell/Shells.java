package io.corridor.portal.shell;

import io.corridor.portal.shell.Role.Area;
import java.util.List;
import java.util.Optional;

/** Makes the shell of a page. */
public final class Shells {

  private final boolean demo;
  private final List<String> logins;

  /**
   * Shells of this portal.
   *
   * @param demo true when all data are invented
   * @param logins login names, told on the login page of a demonstration
   */
  public Shells(boolean demo, List<String> logins) {
    this.demo = demo;
    this.logins = List.copyOf(logins);
  }

  /** True when all data are invented. */
  public boolean demo() {
    return demo;
  }

  /** Login names of the local login. */
  List<String> logins() {
    return logins;
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
