package io.corridor.portal.statement;

import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.Visit;
import io.corridor.schemas.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages of the statements of a contract: for those who see the contract as a whole. */
@Controller
class StatementController {

  private final StatementQueries queries;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;

  StatementController(StatementQueries queries, Reference reference, Audit audit, Shells shells) {
    this.queries = queries;
    this.reference = reference;
    this.audit = audit;
    this.shells = shells;
  }

  @GetMapping("/contracts/{id}/{year}/statements")
  String list(@PathVariable String id, @PathVariable int year, Visit visit, Model model) {
    ContractInfo info = contract(visit, id, year);
    List<Statement> statements = queries.statements(visit.scope(), id, year);
    show(model, info, year, visit);
    model.addAttribute("rows", StatementRow.of(statements));
    model.addAttribute(
        "period",
        queries.period(visit.scope(), id, year).map(PeriodView::of).orElse(PeriodView.NONE));
    model.addAttribute("years", years(info));
    audit.record(visit.viewer(), "VIEW_STATEMENTS", id + "|" + year, statements.size());
    return "contract/statements";
  }

  @GetMapping("/contracts/{id}/{year}/statements/{statement}")
  String one(
      @PathVariable String id,
      @PathVariable int year,
      @PathVariable String statement,
      Visit visit,
      Model model) {
    ContractInfo info = contract(visit, id, year);
    List<Statement> statements = queries.statements(visit.scope(), id, year);
    Statement found =
        statements.stream()
            .filter(candidate -> candidate.getStatement().equals(statement))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    show(model, info, year, visit);
    model.addAttribute("view", StatementView.of(found, statements));
    audit.record(visit.viewer(), "VIEW_STATEMENT", id + "|" + year + "|" + found.getStatement(), 1);
    return "contract/statement";
  }

  private void show(Model model, ContractInfo info, int year, Visit visit) {
    model.addAttribute("info", info);
    model.addAttribute("year", year);
    model.addAttribute("name", info.acoName() + ", " + year);
    model.addAttribute("shell", shells.of(visit, Role.Area.CONTRACTS));
  }

  private static Map<String, String> years(ContractInfo info) {
    Map<String, String> years = new LinkedHashMap<>();
    info.terms()
        .years()
        .forEach(year ->
            years.put(
                String.valueOf(year.year()),
                "/contracts/" + info.id() + "/" + year.year() + "/statements"));
    return years;
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
