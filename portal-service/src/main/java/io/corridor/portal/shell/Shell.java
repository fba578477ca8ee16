package io.corridor.portal.shell;

import io.corridor.portal.shell.Role.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param viewer who is there
 * @param current area of the page
 * @param demo true when all data are invented
 * @param pressing rows of the worklist that are overdue or due today; empty when unknown
 */
public record Shell(Viewer viewer, Optional<Area> current, boolean demo, Optional<Long> pressing) {

  /** An entry of the navigation. */
  public record Item(String label, String href, boolean current, String count) {}

  /** Entries about care. */
  public List<Item> care() {
    List<Item> items = new ArrayList<>();
    add(items, Area.WORKLIST, "Worklist", "/worklist");
    add(items, Area.GAPS, "Gaps", "/gaps");
    add(items, Area.ROSTER, "Roster", "/roster");
    return items;
  }

  /** Entries about contracts. */
  public List<Item> contracts() {
    List<Item> items = new ArrayList<>();
    add(items, Area.CONTRACTS, "Contracts", "/contracts");
    add(items, Area.DATA, "Data health", "/data");
    return items;
  }

  private void add(List<Item> items, Area area, String label, String href) {
    if (viewer.role().may(area)) {
      String count =
          area == Area.WORKLIST ? pressing.filter(n -> n > 0).map(Format::count).orElse("") : "";
      items.add(new Item(label, href, current.equals(Optional.of(area)), count));
    }
  }
}
