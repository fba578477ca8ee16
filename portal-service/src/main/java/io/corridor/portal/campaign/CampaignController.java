package io.corridor.portal.campaign;

import io.corridor.portal.campaign.CampaignQueries.Subject;
import io.corridor.portal.config.PortalProperties;
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
import io.corridor.schemas.CampaignAction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Page and steps of the alignment campaign. */
@Controller
@TakesForms
class CampaignController {

  private static final Set<String> STEPS =
      Set.of("LETTER_SENT", "ANSWERED", "MEMBER_DECLINED", "PROVIDER_DECLINED");

  private final CampaignQueries queries;
  private final CampaignSink sink;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  CampaignController(
      CampaignQueries queries,
      CampaignSink sink,
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

  @GetMapping("/roster/campaign")
  String list(Visit visit, Model model) {
    visit.needs(Role.Area.ROSTER);
    List<CampaignRow> rows =
        queries.list(
            visit.scope(),
            clock().today(),
            ContractInfo.practiceNames(reference.contracts(visit.scope())));
    audit.record(visit.viewer(), "VIEW_CAMPAIGN", null, rows.size());
    Object said = model.getAttribute("toast");
    model.addAttribute("toast", said == null ? "" : said);
    model.addAttribute("rows", rows);
    model.addAttribute(
        "due", visit.viewer().role() == Role.ANALYST ? queries.due(visit.scope()) : List.of());
    model.addAttribute("today", clock().today());
    model.addAttribute("role", visit.viewer().role());
    model.addAttribute("actionId", UUID.randomUUID().toString());
    model.addAttribute("shell", shells.of(visit, Role.Area.ROSTER));
    return "campaign/list";
  }

  /** The form of a row. */
  record Step(String contract, String action, String actionId) {}

  @PostMapping("/roster/campaign/members/{ref}/steps")
  String act(@PathVariable String ref, Step form, Visit visit, RedirectAttributes redirect)
      throws NotWrittenException {
    visit.needs(Role.Area.ROSTER);
    if (!STEPS.contains(form.action())) {
      throw new IllegalArgumentException("The step is not known");
    }
    if (!form.action().equals("PROVIDER_DECLINED") && visit.viewer().role() != Role.ANALYST) {
      throw new NotFoundException();
    }
    Subject subject =
        queries.of(visit.scope(), ref, form.contract()).orElseThrow(NotFoundException::new);
    sink.write(
        List.of(
            CampaignAction.newBuilder()
                .setActionId(form.actionId())
                .setPayer(subject.payer())
                .setMember(subject.member())
                .setContract(subject.contract())
                .setAction(form.action())
                .setUser(visit.viewer().user())
                .setAt(clock().now())
                .build()));
    audit.record(visit.viewer(), "CAMPAIGN_" + form.action(), ref, 1);
    redirect.addFlashAttribute("toast", "Saved. The state follows within seconds.");
    return "redirect:/roster/campaign";
  }

  /** The form of all letters of a contract. */
  record Letters(String contract, String actionId, @Nullable LocalDate sentOn) {}

  @PostMapping("/roster/campaign/letters")
  String letters(Letters form, Visit visit, RedirectAttributes redirect)
      throws NotWrittenException {
    visit.needs(Role.Area.ROSTER);
    if (visit.viewer().role() != Role.ANALYST) {
      throw new NotFoundException();
    }
    Instant sent = sentAt(form.sentOn());
    List<DueLetter> due = queries.due(visit.scope(), form.contract());
    sink.write(
        due.stream()
            .map(letter ->
                CampaignAction.newBuilder()
                    .setActionId(form.actionId() + "-" + letter.ref())
                    .setPayer(letter.payer())
                    .setMember(letter.member())
                    .setContract(form.contract())
                    .setAction("LETTER_SENT")
                    .setUser(visit.viewer().user())
                    .setAt(sent)
                    .build())
            .toList());
    audit.record(visit.viewer(), "CAMPAIGN_LETTERS", form.contract(), due.size());
    redirect.addFlashAttribute(
        "toast",
        Format.counted(due.size(), "letter", "letters")
            + " recorded as sent. The state follows within seconds.");
    return "redirect:/roster/campaign";
  }

  /** Letters are recorded for the day they were sent: today, or one of the month before. */
  private Instant sentAt(@Nullable LocalDate day) {
    LocalDate today = clock().today();
    if (day == null || day.equals(today)) {
      return clock().now();
    }
    if (day.isAfter(today) || day.isBefore(today.minusMonths(1))) {
      throw new IllegalArgumentException("The day lies in the future or too far back");
    }
    return day.atTime(LocalTime.NOON).atZone(properties.zone()).toInstant();
  }

  private BusinessClock clock() {
    return reference.clock(properties.zone());
  }
}
