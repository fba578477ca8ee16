package io.corridor.portal.dispute;

import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.dispute.DisputeQueries.Subject;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.roster.RosterExportQueries;
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
import io.corridor.schemas.DisputeAction;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages and steps of roster disputes. */
@Controller
@TakesForms
class DisputeController {

  private static final List<String> TYPES =
      List.of("NOT_MY_PATIENT", "SHOULD_BE_MINE", "DECEASED", "MOVED");
  private static final List<String> STEPS =
      List.of("REVIEW", "UPHOLD", "REJECT", "WITHDRAW", "RESCIND");
  private static final int LONGEST = 200;

  private final DisputeQueries queries;
  private final RosterExportQueries lists;
  private final DisputeSink sink;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  DisputeController(
      DisputeQueries queries,
      RosterExportQueries lists,
      DisputeSink sink,
      Reference reference,
      Audit audit,
      Shells shells,
      PortalProperties properties) {
    this.queries = queries;
    this.lists = lists;
    this.sink = sink;
    this.reference = reference;
    this.audit = audit;
    this.shells = shells;
    this.properties = properties;
  }

  @GetMapping("/roster/disputes")
  String list(Visit visit, Model model) {
    visit.needs(Role.Area.ROSTER);
    List<DisputeRow> rows =
        queries.list(
            visit.scope(),
            clock().today(),
            ContractInfo.practiceNames(reference.contracts(visit.scope())));
    audit.record(visit.viewer(), "VIEW_DISPUTES", null, rows.size());
    Object said = model.getAttribute("toast");
    model.addAttribute("toast", said == null ? "" : said);
    model.addAttribute("rows", rows);
    model.addAttribute("viewer", visit.viewer());
    model.addAttribute("actionId", UUID.randomUUID().toString());
    model.addAttribute("shell", shells.of(visit, Role.Area.ROSTER));
    return "dispute/list";
  }

  /** The form of the why page. */
  record Claim(String contract, String type, @Nullable String evidence, String actionId) {}

  @PostMapping("/roster/{tin}/{month}/members/{ref}/disputes")
  String submit(
      @PathVariable String tin,
      @PathVariable String month,
      @PathVariable String ref,
      Claim form,
      Visit visit,
      RedirectAttributes redirect)
      throws NotWrittenException {
    visit.needs(Role.Area.ROSTER);
    String evidence = form.evidence() == null ? "" : form.evidence().strip();
    if (!TYPES.contains(form.type()) || evidence.length() > LONGEST) {
      throw new IllegalArgumentException("The dispute is not complete");
    }
    Subject subject =
        queries
            .explained(visit.scope(), ref, form.contract(), parsed(month))
            .orElseThrow(NotFoundException::new);
    if (lists.settled(parsed(month)).contains(form.contract())) {
      return said(
          redirect, "Not submitted: the list of " + Format.month(parsed(month)) + " is final.");
    }
    DisputeAction action =
        step(subject, form.actionId(), form.actionId(), "SUBMIT", visit)
            .setType(form.type())
            .setFromMonth(month)
            .setClaimedTin(form.type().equals("SHOULD_BE_MINE") ? tin : null)
            .setEvidence(evidence.isEmpty() ? List.of() : List.of(evidence))
            .build();
    sink.write(action);
    audit.record(visit.viewer(), "SUBMIT_DISPUTE", ref, 1);
    return said(redirect, "Submitted. It stands in the list within seconds.");
  }

  /** The form of a row. */
  record Step(String action, String actionId) {}

  @PostMapping("/roster/disputes/{dispute}/steps")
  String act(@PathVariable String dispute, Step form, Visit visit, RedirectAttributes redirect)
      throws NotWrittenException {
    visit.needs(Role.Area.ROSTER);
    boolean withdraws = form.action().equals("WITHDRAW");
    if (!STEPS.contains(form.action())) {
      throw new IllegalArgumentException("The step is not known");
    }
    if (!withdraws && visit.viewer().role() != Role.ANALYST) {
      throw new NotFoundException();
    }
    Subject subject = queries.of(visit.scope(), dispute).orElseThrow(NotFoundException::new);
    sink.write(step(subject, dispute, form.actionId(), form.action(), visit).build());
    audit.record(visit.viewer(), form.action() + "_DISPUTE", dispute, 1);
    return said(redirect, "Saved. The state follows within seconds.");
  }

  private DisputeAction.Builder step(
      Subject subject, String dispute, String actionId, String what, Visit visit) {
    return DisputeAction.newBuilder()
        .setActionId(actionId)
        .setDispute(dispute)
        .setPayer(subject.payer())
        .setMember(subject.member())
        .setContract(subject.contract())
        .setAction(what)
        .setUser(visit.viewer().user())
        .setAt(clock().now());
  }

  private static String said(RedirectAttributes redirect, String text) {
    redirect.addFlashAttribute("toast", text);
    return "redirect:/roster/disputes";
  }

  private BusinessClock clock() {
    return reference.clock(properties.zone());
  }

  private static YearMonth parsed(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new NotFoundException();
    }
  }
}
