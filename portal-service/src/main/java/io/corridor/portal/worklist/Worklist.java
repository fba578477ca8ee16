package io.corridor.portal.worklist;

import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.Format;
import io.corridor.portal.worklist.Due.Group;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The worklist as the page shows it: counters over everything, groups of what was asked for. */
public final class Worklist {

  /** Rows shown before "Show all". */
  static final int FIRST_ROWS = 50;

  /** A counter that is a filter too. */
  public record Tile(String css, String count, String label, String note, String href) {}

  /** A rate with its aim. */
  public record Stat(String label, String rate, String note, String meter, String aim) {}

  /** A group with its rows. */
  public record Section(String id, String title, String note, List<WorklistRow> rows) {}

  private final List<WorklistRow> all;
  private final List<WorklistRow> taken;
  private final WorklistFilter filter;
  private final BusinessClock clock;
  private final Beside beside;
  private final String user;

  private Worklist(
      List<WorklistRow> all,
      List<WorklistRow> taken,
      WorklistFilter filter,
      BusinessClock clock,
      Beside beside,
      String user) {
    this.all = all;
    this.taken = taken;
    this.filter = filter;
    this.clock = clock;
    this.beside = beside;
    this.user = user;
  }

  /** The list of a viewer. */
  public static Worklist of(
      List<Encounter> encounters,
      WorklistFilter filter,
      BusinessClock clock,
      Beside beside,
      String user) {
    List<WorklistRow> all =
        encounters.stream()
            .map(encounter -> WorklistRow.of(encounter, clock))
            .sorted(
                Comparator.comparing((WorklistRow row) -> row.due().group())
                    .thenComparing(
                        row -> Optional.ofNullable(row.due().at()),
                        Comparator.comparing(at -> at.orElse(Instant.MAX)))
                    .thenComparing(WorklistRow::ref))
            .toList();
    List<WorklistRow> taken = all.stream().filter(row -> filter.takes(row, user)).toList();
    return new Worklist(all, taken, filter, clock, beside, user);
  }

  /** Today and now. */
  public BusinessClock clock() {
    return clock;
  }

  /** What was asked for. */
  public WorklistFilter filter() {
    return filter;
  }

  /** Withheld rows and rates. */
  public Beside beside() {
    return beside;
  }

  /** Rows overdue or due today, for the navigation and the page's title. */
  public long pressing() {
    return count(Group.OVERDUE) + count(Group.TODAY);
  }

  private long count(Group group) {
    return all.stream().filter(row -> row.due().group() == group).count();
  }

  /** Counters over the whole list. */
  public List<Tile> tiles() {
    long free =
        all.stream()
            .filter(row -> row.due().group() == Group.OVERDUE && row.encounter().owner().isEmpty())
            .count();
    long visits =
        all.stream()
            .filter(row -> row.due().group() == Group.TODAY && row.due().what().startsWith("Visit"))
            .count();
    long booked =
        all.stream()
            .filter(row ->
                row.due().group() == Group.WEEK && row.due().what().startsWith("Visit booked"))
            .count();
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile("over", Group.OVERDUE, free + " without owner"));
    tiles.add(
        tile(
            "soon",
            Group.TODAY,
            Format.counted(count(Group.TODAY) - visits, "call", "calls")
                + ", "
                + Format.counted(visits, "visit", "visits")));
    tiles.add(tile("", Group.WEEK, booked + " booked"));
    tiles.add(tile("new", Group.WATCHING, "clocks not started"));
    tiles.add(tile("hold", Group.CLOSED, "withdrawn or done"));
    return tiles;
  }

  private Tile tile(String css, Group group, String note) {
    return new Tile(
        count(group) == 0 ? css + " none" : css,
        Format.count(count(group)),
        group.title(),
        note,
        filter.with("due", group.name().toLowerCase(Locale.ROOT)));
  }

  /** Rates of the last thirty days with their aims. */
  public List<Stat> stats(BigDecimal callAim, BigDecimal visitAim) {
    return List.of(
        stat("Called in time", beside.called(), callAim),
        stat("Seen in time", beside.seen(), visitAim));
  }

  private static Stat stat(String label, Rate rate, BigDecimal aim) {
    BigDecimal share = rate.share();
    return new Stat(
        label,
        share == null ? Format.UNKNOWN : Format.number(share.movePointRight(2), 0) + "%",
        rate.due() == 0
            ? "nothing fell due in 30 days"
            : Format.count(rate.met())
                + " of "
                + Format.count(rate.due())
                + ", last 30 days; aim "
                + Format.number(aim.movePointRight(2), 0)
                + "%",
        width(share == null ? BigDecimal.ZERO : share),
        width(aim));
  }

  private static String width(BigDecimal share) {
    return share
        .multiply(BigDecimal.valueOf(200))
        .setScale(0, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** Groups that have rows. */
  public List<Section> sections() {
    Map<Group, List<WorklistRow>> groups = new EnumMap<>(Group.class);
    int left = filter.all() ? Integer.MAX_VALUE : FIRST_ROWS;
    Map<Group, Long> counts = new EnumMap<>(Group.class);
    for (WorklistRow row : taken) {
      counts.merge(row.due().group(), 1L, Long::sum);
      if (left > 0) {
        groups.computeIfAbsent(row.due().group(), group -> new ArrayList<>()).add(row);
        left--;
      }
    }
    List<Section> sections = new ArrayList<>();
    groups.forEach((group, rows) ->
        sections.add(
            new Section(
                group.name().toLowerCase(Locale.ROOT),
                group.title(),
                note(group, counts.getOrDefault(group, 0L), rows.size()),
                rows)));
    return sections;
  }

  private static String note(Group group, long count, int shown) {
    String order = group == Group.OVERDUE ? " · oldest first" : "";
    return Format.count(count) + (shown < count ? " · " + shown + " shown" : order);
  }

  /** Rows that were asked for. */
  public int rows() {
    return taken.size();
  }

  /** Rows on the page. */
  public int shown() {
    return filter.all() ? taken.size() : Math.min(taken.size(), FIRST_ROWS);
  }

  /** True when the list holds as many rows as one list may. */
  public boolean full() {
    return all.size() >= WorklistQueries.MOST_ROWS;
  }

  /** Rows that the viewer took. */
  public long mine() {
    return all.stream()
        .filter(row -> row.encounter().owner().filter(user::equals).isPresent())
        .count();
  }

  /** Rows that need something. */
  public long team() {
    return all.stream().filter(row -> row.due().group() != Group.CLOSED).count();
  }

  /** The opened row, if one is. */
  public Optional<WorklistRow> opened() {
    return filter
        .open()
        .flatMap(ref -> all.stream().filter(row -> row.ref().equals(ref)).findFirst());
  }

  /** What an empty list says: what would be here, why it is not, what to do. */
  public String empty() {
    if (all.isEmpty()) {
      return "Nobody needs a follow-up now. A row appears when a hospital sends an admission or"
          + " discharge of one of your patients.";
    }
    if (count(Group.OVERDUE) == 0 && filter.due().equals(Optional.of(Group.OVERDUE))) {
      return "Nothing is overdue. Next: "
          + Format.counted(count(Group.TODAY), "row", "rows")
          + " due today.";
    }
    return "Remove a filter above: there are " + Format.counted(all.size(), "row", "rows") + ".";
  }

  /** Heading of an empty list. */
  public String emptyTitle() {
    return all.isEmpty()
            || count(Group.OVERDUE) == 0 && filter.due().equals(Optional.of(Group.OVERDUE))
        ? "Nothing to do here"
        : "No row fits these filters";
  }

  /** The finding, for the page's title. */
  public String title() {
    return pressing() == 0 ? "Nothing due · Worklist" : pressing() + " due · Worklist";
  }
}
