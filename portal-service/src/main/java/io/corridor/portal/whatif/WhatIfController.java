package io.corridor.portal.whatif;

import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.NotWrittenException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.TakesForms;
import io.corridor.portal.shell.Visit;
import io.corridor.portal.whatif.WhatIfSink.Change;
import io.corridor.portal.whatif.WhatIfSink.Question;
import java.util.List;
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

/**
 * The page of what-if questions. It asks through the command topic and shows the answer when it has
 * come back: the portal computes nothing itself.
 */
@Controller
@TakesForms
class WhatIfController {

  private final WhatIfQueries queries;
  private final WhatIfSink sink;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  WhatIfController(
      WhatIfQueries queries,
      WhatIfSink sink,
      Reference reference,
      Audit audit,
      Shells shells,
      PortalProperties properties) {
    this.queries = queries;
    this.sink = sink;
    this.reference = reference;
    this.audit = audit;
    this.shells = shells;
    this.properties = properties;
  }

  @GetMapping("/contracts/{id}/{year}/what-if")
  String page(
      @PathVariable String id,
      @PathVariable int year,
      @RequestParam(required = false) @Nullable String ask,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Visit visit,
      Model model) {
    ContractInfo info = contract(visit, id, year);
    Optional<WhatIfView> answer =
        ask == null
            ? Optional.empty()
            : queries.answer(visit.scope(), id, year, ask).map(WhatIfView::of);
    model.addAttribute("info", info);
    model.addAttribute("year", year);
    model.addAttribute("name", info.acoName() + ", " + year);
    model.addAttribute("ask", ask == null ? "" : ask);
    model.addAttribute("answer", answer.orElse(null));
    model.addAttribute("waiting", ask != null && answer.isEmpty());
    if (part != null) {
      return "contract/what-if :: answer";
    }
    audit.record(visit.viewer(), "VIEW_WHAT_IF", id + "|" + year, answer.isPresent() ? 1 : 0);
    model.addAttribute("request", UUID.randomUUID().toString());
    model.addAttribute("worths", WorthRow.of(queries.worths(visit.scope(), id, year)));
    model.addAttribute("shell", shells.of(visit, Role.Area.CONTRACTS));
    return "contract/what-if";
  }

  @PostMapping("/contracts/{id}/{year}/what-if")
  String ask(
      @PathVariable String id,
      @PathVariable int year,
      @RequestParam String request,
      WhatIfForm form,
      Visit visit)
      throws NotWrittenException {
    ContractInfo info = contract(visit, id, year);
    List<Change> changes = form.changes();
    sink.ask(
        new Question(
            UUID.fromString(request).toString(),
            id,
            info.terms().payer(),
            year,
            changes,
            visit.viewer().user(),
            reference.clock(properties.zone()).today(),
            reference.clock(properties.zone()).now()));
    audit.record(visit.viewer(), "ASK_WHAT_IF", id + "|" + year, changes.size());
    return "redirect:/contracts/" + id + "/" + year + "/what-if?ask=" + request;
  }

  /** A contract that the viewer sees as a whole, in a year that it has. */
  private ContractInfo contract(Visit visit, String id, int year) {
    visit.needs(Role.Area.CONTRACTS);
    ContractInfo info = reference.contract(visit.scope(), id).orElseThrow(NotFoundException::new);
    boolean known = info.terms().years().stream().anyMatch(candidate -> candidate.year() == year);
    if (!known || !visit.scope().seesContract(id)) {
      throw new NotFoundException();
    }
    return info;
  }
}
