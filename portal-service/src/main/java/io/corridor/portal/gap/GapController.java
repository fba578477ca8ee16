package io.corridor.portal.gap;

import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of care gaps. */
@Controller
class GapController {

  private static final int FIRST_ROWS = 50;
  private static final int MOST_ROWS = 1_000;

  private final GapQueries queries;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  GapController(
      GapQueries queries,
      Reference reference,
      Audit audit,
      Shells shells,
      PortalProperties properties) {
    this.queries = queries;
    this.reference = reference;
    this.audit = audit;
    this.shells = shells;
    this.properties = properties;
  }

  @GetMapping("/gaps")
  String gaps(
      @RequestParam Optional<String> measure,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> rows,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Visit visit,
      Model model) {
    visit.needs(Role.Area.GAPS);
    LocalDate today = reference.clock(properties.zone()).today();
    List<GapFunnel> funnels = queries.funnels(visit.scope(), today);
    boolean persons = visit.viewer().role() != Role.ANALYST;
    Optional<String> chosen = measure.filter(id -> !id.isBlank());
    String state = status.orElse("open").toUpperCase(Locale.ROOT);
    int limit = rows.isPresent() ? MOST_ROWS : FIRST_ROWS;
    List<GapRow> list =
        persons
            ? queries.rows(
                visit.scope(),
                today,
                chosen,
                GapQueries.states(state),
                limit,
                reference.contracts(visit.scope()))
            : List.of();
    long open = funnels.stream().mapToLong(GapFunnel::open).sum();
    audit.record(visit.viewer(), "VIEW_GAPS", chosen.orElse(null), list.size());
    model.addAttribute("funnels", funnels);
    model.addAttribute("list", list);
    model.addAttribute("persons", persons);
    model.addAttribute("measure", chosen.orElse(""));
    model.addAttribute("status", state.toLowerCase(Locale.ROOT));
    model.addAttribute("full", list.size() == limit && limit == FIRST_ROWS);
    model.addAttribute(
        "finding",
        funnels.isEmpty()
            ? "No gaps are known yet"
            : Format.counted(open, "gap is", "gaps are") + " open");
    model.addAttribute("today", Format.longDay(today));
    model.addAttribute("shell", shells.of(visit, Role.Area.GAPS));
    return part == null ? "gap/page" : "gap/page :: content";
  }
}
