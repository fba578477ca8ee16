package io.corridor.portal.variation;

import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.Visit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Care variation of a contract, for analysts who see it as a whole. */
@Controller
class VariationController {

  private final VariationQueries queries;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  VariationController(
      VariationQueries queries,
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

  /** The report of a quarter; without one that of the latest quarter. */
  @GetMapping("/contracts/{id}/variation")
  String page(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String quarter,
      @RequestParam(defaultValue = "") String group,
      Visit visit,
      Model model) {
    visit.analyses(id);
    ContractInfo info = reference.contract(visit.scope(), id).orElseThrow(NotFoundException::new);
    List<VariationQueries.Stored> reports = queries.reports(visit.scope(), id);
    VariationView view =
        reports.stream()
            .filter(stored -> quarter.isEmpty() || stored.body().getQuarter().equals(quarter))
            .findFirst()
            .map(stored -> VariationView.of(stored, group, properties.zone()))
            .orElse(null);
    if (view == null && !quarter.isEmpty()) {
      throw new NotFoundException();
    }
    audit.record(visit.viewer(), "VIEW_VARIATION", id, view == null ? 0 : view.rows().size());
    model.addAttribute("info", info);
    model.addAttribute(
        "quarters", reports.stream().map(stored -> stored.body().getQuarter()).toList());
    model.addAttribute("view", view);
    model.addAttribute("shell", shells.of(visit, Role.Area.CONTRACTS));
    return "variation/page";
  }
}
