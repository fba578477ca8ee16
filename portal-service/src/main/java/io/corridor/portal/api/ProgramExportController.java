package io.corridor.portal.api;

import io.corridor.portal.program.ProgramQueries;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an evaluation is made of, for other systems: pairs under opaque references. */
@RestController
@RequestMapping("/api/v1")
class ProgramExportController {

  private final ProgramQueries programs;
  private final Audit audit;

  ProgramExportController(ProgramQueries programs, Audit audit) {
    this.programs = programs;
    this.audit = audit;
  }

  @GetMapping(
      value = "/contracts/{id}/programs/{program}/{day}/pairs.csv",
      produces = "text/csv;charset=UTF-8")
  String pairs(
      @PathVariable String id,
      @PathVariable String program,
      @PathVariable String day,
      Visit visit) {
    visit.analyses(id);
    List<ProgramQueries.Pair> pairs =
        programs.pairs(visit.scope(), id, program, day(day)).orElseThrow(NotFoundException::new);
    audit.record(visit.viewer(), "EXPORT_PROGRAM", id + "|" + program + "|" + day, pairs.size());
    Csv csv = new Csv("ref", "controls", "months", "cost", "control_cost", "difference");
    pairs.forEach(pair ->
        csv.row(
            pair.ref(),
            String.join(" ", pair.controls()),
            pair.months(),
            pair.cost(),
            pair.controlCost(),
            pair.difference()));
    return csv.text();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NotFoundException();
    }
  }
}
