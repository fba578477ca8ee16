package io.corridor.portal.worklist;

import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.readmodel.ActionStore;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.NotWrittenException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.TakesForms;
import io.corridor.portal.shell.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of the worklist. */
@Controller
@TakesForms
class WorklistController {

  /** After so long without a hospital message the page does not call itself up to date. */
  private static final Duration SILENCE = Duration.ofHours(24);

  private final WorklistQueries queries;
  private final Reference reference;
  private final ActionSink sink;
  private final ActionStore store;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  WorklistController(
      WorklistQueries queries,
      Reference reference,
      ActionSink sink,
      ActionStore store,
      Audit audit,
      Shells shells,
      PortalProperties properties) {
    this.queries = queries;
    this.reference = reference;
    this.sink = sink;
    this.store = store;
    this.audit = audit;
    this.shells = shells;
    this.properties = properties;
  }

  /** The address of a view, as its query says it. */
  record Query(
      @Nullable String view,
      @Nullable String due,
      @Nullable String contract,
      @Nullable String event,
      @Nullable String status,
      @Nullable String rows,
      @Nullable String open) {

    WorklistFilter filter() {
      return WorklistFilter.of(view, due, contract, event, status, rows, open);
    }
  }

  @GetMapping("/worklist")
  String list(
      Query query,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Visit visit,
      Model model) {
    visit.needs(Role.Area.WORKLIST);
    show(query.filter(), visit, model, Optional.ofNullable((String) model.getAttribute("toast")));
    return part == null ? "worklist/page" : "worklist/page :: content";
  }

  @GetMapping("/worklist/{ref}")
  String row(
      @PathVariable String ref,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Visit visit,
      Model model) {
    visit.needs(Role.Area.WORKLIST);
    if (part == null) {
      return "redirect:/worklist?open=" + ref;
    }
    BusinessClock clock = reference.clock(properties.zone());
    Encounter row = queries.one(visit.scope(), clock, ref).orElseThrow(NotFoundException::new);
    audit.record(visit.viewer(), "VIEW_ENCOUNTER", ref, 1);
    model.addAttribute("row", WorklistRow.of(row, clock));
    model.addAttribute("back", "/worklist");
    model.addAttribute("actionId", UUID.randomUUID().toString());
    return "worklist/parts :: peek";
  }

  @GetMapping("/worklist/news")
  String news(@RequestParam long since, Visit visit, Model model) {
    visit.needs(Role.Area.WORKLIST);
    model.addAttribute("news", queries.newsSince(visit.scope(), since));
    model.addAttribute("since", since);
    return "worklist/parts :: news";
  }

  /** A form of a row. */
  record ActionForm(
      String kind,
      String action,
      @Nullable String outcome,
      @Nullable String note,
      String actionId) {}

  @PostMapping("/worklist/{ref}/actions")
  String act(
      @PathVariable String ref,
      ActionForm form,
      Query query,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Visit visit,
      Model model,
      RedirectAttributes redirect)
      throws NotWrittenException {
    visit.needs(Role.Area.WORKLIST);
    BusinessClock clock = reference.clock(properties.zone());
    TaskTarget target =
        queries.target(visit.scope(), ref, form.kind()).orElseThrow(NotFoundException::new);
    ActionRequest request =
        new ActionRequest(
            form.actionId(),
            form.action(),
            empty(form.outcome()),
            visit.viewer().user(),
            clock.now(),
            empty(form.note()));
    store.add(sink.write(target, request));
    audit.record(visit.viewer(), form.action(), ref, 1);
    if (part == null) {
      redirect.addFlashAttribute("toast", said(request));
      return "redirect:" + query.filter().address();
    }
    show(query.filter(), visit, model, Optional.of(said(request)));
    return "worklist/page :: content";
  }

  private static @Nullable String empty(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static String said(ActionRequest request) {
    String outcome = request.outcome();
    return outcome == null
        ? "Saved. The row is yours."
        : "Saved: " + outcome.toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
  }

  private void show(WorklistFilter filter, Visit visit, Model model, Optional<String> toast) {
    BusinessClock clock = reference.clock(properties.zone());
    Worklist list =
        Worklist.of(
            queries.open(visit.scope(), clock),
            filter,
            clock,
            queries.beside(visit.scope(), clock),
            visit.viewer().user());
    List<ContractInfo> contracts = reference.contracts(visit.scope());
    audit.record(visit.viewer(), "VIEW_WORKLIST", null, list.shown());
    model.addAttribute("list", list);
    model.addAttribute("contracts", contracts);
    model.addAttribute("who", who(contracts, visit));
    model.addAttribute("newest", newest(list, clock));
    model.addAttribute("fresh", fresh(list, clock));
    model.addAttribute("stats", list.stats(properties.callAim(), properties.visitAim()));
    model.addAttribute("toast", toast.orElse(""));
    model.addAttribute("back", filter.address());
    model.addAttribute("actionId", UUID.randomUUID().toString());
    model.addAttribute(
        "shell", shells.of(visit, Optional.of(Role.Area.WORKLIST), Optional.of(list.pressing())));
  }

  private static String who(List<ContractInfo> contracts, Visit visit) {
    List<String> names =
        visit.scope().tins().isEmpty()
            ? contracts.stream().map(ContractInfo::acoName).distinct().toList()
            : visit.scope().sortedTins().stream()
                .map(tin ->
                    contracts.stream()
                        .map(info -> info.practices().get(tin))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("Practice " + tin))
                .toList();
    return names.isEmpty()
        ? "No organisation yet"
        : names.size() > 2 ? names.size() + " organisations" : String.join(", ", names);
  }

  private String newest(Worklist list, BusinessClock clock) {
    return list.beside().newest() == 0
        ? "no hospital message yet"
        : "newest hospital message "
            + Format.moment(known(list, clock), properties.zone(), clock.today());
  }

  /** A day that is replayed is written later than it was lived: then its own clock counts. */
  private static Instant known(Worklist list, BusinessClock clock) {
    Instant newest = Instant.ofEpochMilli(list.beside().newest());
    return newest.isAfter(clock.now()) ? clock.now() : newest;
  }

  private static boolean fresh(Worklist list, BusinessClock clock) {
    return list.beside().newest() > 0 && known(list, clock).isAfter(clock.now().minus(SILENCE));
  }
}
