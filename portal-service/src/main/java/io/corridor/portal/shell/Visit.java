package io.corridor.portal.shell;

/**
 * One request of a person: who they are and whose rows they see. Handlers take it as a parameter.
 *
 * @param viewer who
 * @param scope whose rows
 */
public record Visit(Viewer viewer, Scope scope) {

  /** Ends the request as if the page did not exist, unless the viewer's role has the area. */
  public void needs(Role.Area area) {
    if (!viewer.role().may(area)) {
      throw new NotFoundException();
    }
  }

  /**
   * Goes on only for an analyst who sees a contract as a whole.
   *
   * @throws NotFoundException for everybody else
   */
  public void analyses(String contract) {
    needs(Role.Area.CONTRACTS);
    if (viewer().role() != Role.ANALYST || !scope().seesContract(contract)) {
      throw new NotFoundException();
    }
  }
}
