package io.corridor.portal.program;

import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.NotWrittenException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.TakesForms;
import io.corridor.portal.shell.Visit;
import io.corridor.schemas.ProgramEnrollment;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of a contract's programs, for analysts who see the contract as a whole. */
@Controller
@TakesForms
class ProgramController {

  private final ProgramQueries queries;
  private final ProgramSink sink;
  private final ReportJobs jobs;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  ProgramController(
      ProgramQueries queries,
      ProgramSink sink,
      ReportJobs jobs,
      Reference reference,
      Audit audit,
      Shells shells,
      PortalProperties properties) {
    this.queries = queries;
    this.sink = sink;
    this.jobs = jobs;
    this.reference = reference;
    this.audit = audit;
    this.shells = shells;
    this.properties = properties;
  }

  @GetMapping("/contracts/{id}/programs")
  String list(@PathVariable String id, Visit visit, Model model) {
    ContractInfo info = contract(visit, id);
    List<ProgramRow> rows =
        ProgramRow.of(
            queries.programs(visit.scope(), id),
            queries.latest(visit.scope(), id),
            program -> jobs.state(id, program));
    audit.record(visit.viewer(), "VIEW_PROGRAMS", id, rows.size());
    show(model, info, visit);
    model.addAttribute("rows", rows);
    return "program/list";
  }

  @GetMapping("/contracts/{id}/programs/{program}/{day}")
  String report(
      @PathVariable String id,
      @PathVariable String program,
      @PathVariable String day,
      Visit visit,
      Model model) {
    ContractInfo info = contract(visit, id);
    LocalDate on = day(day);
    List<ProgramQueries.Stored> all = queries.evaluations(visit.scope(), id, program);
    ProgramQueries.Stored found =
        all.stream()
            .filter(stored -> stored.body().getBusinessDate().equals(on))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    audit.record(visit.viewer(), "VIEW_PROGRAM", id + "|" + program + "|" + day, 1);
    show(model, info, visit);
    model.addAttribute("view", EvaluationView.of(found, all));
    return "program/report";
  }

  @PostMapping("/contracts/{id}/programs/members")
  String enroll(
      @PathVariable String id,
      @RequestParam MultipartFile file,
      @RequestParam String actionId,
      Visit visit,
      RedirectAttributes redirect)
      throws NotWrittenException {
    ContractInfo info = contract(visit, id);
    Enrolled enrolled =
        queries.lookingUp(visit.scope(), info.terms().payer(), members -> read(file, members));
    List<ProgramEnrollment> entries = entries(info, enrolled.programs(), actionId, visit);
    sink.enroll(entries);
    audit.record(visit.viewer(), "ENROLL_PROGRAM", id, entries.size());
    redirect.addFlashAttribute(
        "toast",
        Format.counted(entries.size(), "member", "members")
            + " enrolled. The list follows within seconds.");
    redirect.addFlashAttribute("problems", enrolled.problems());
    return "redirect:/contracts/" + info.id() + "/programs";
  }

  private static Enrolled read(MultipartFile file, Enrolled.Members members) {
    try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      return Enrolled.read(text, members);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The file cannot be read", unreadable);
    }
  }

  private List<ProgramEnrollment> entries(
      ContractInfo info,
      Map<String, Map<String, LocalDate>> programs,
      String actionId,
      Visit visit) {
    Instant now = reference.clock(properties.zone()).now();
    List<ProgramEnrollment> entries = new ArrayList<>();
    programs.forEach((program, members) ->
        members.forEach((member, from) ->
            entries.add(
                ProgramEnrollment.newBuilder()
                    .setActionId(actionId + "-" + (entries.size() + 1))
                    .setPayer(info.terms().payer())
                    .setContract(info.id())
                    .setProgram(program)
                    .setMember(member)
                    .setEnrolledOn(from)
                    .setUser(visit.viewer().user())
                    .setAt(now)
                    .build())));
    return entries;
  }

  @PostMapping("/contracts/{id}/programs/{program}/evaluations")
  String evaluate(
      @PathVariable String id,
      @PathVariable String program,
      StudyForm form,
      Visit visit,
      RedirectAttributes redirect) {
    ContractInfo info = contract(visit, id);
    if (!queries.programs(visit.scope(), id).containsKey(program)) {
      throw new NotFoundException();
    }
    jobs.ask(jobs.order(info, program, form.study(), visit.viewer().user()));
    audit.record(visit.viewer(), "EVALUATE_PROGRAM", id + "|" + program, 1);
    redirect.addFlashAttribute("toast", "Being evaluated. The report appears here by itself.");
    return "redirect:/contracts/" + info.id() + "/programs";
  }

  private void show(Model model, ContractInfo info, Visit visit) {
    model.addAttribute("info", info);
    model.addAttribute("actionId", UUID.randomUUID().toString());
    Object said = model.getAttribute("toast");
    model.addAttribute("toast", said == null ? "" : said);
    Object problems = model.getAttribute("problems");
    model.addAttribute("problems", problems == null ? List.of() : problems);
    model.addAttribute("shell", shells.of(visit, Role.Area.CONTRACTS));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NotFoundException();
    }
  }

  /** A contract that the viewer follows as an analyst and sees as a whole. */
  private ContractInfo contract(Visit visit, String id) {
    visit.analyses(id);
    return reference.contract(visit.scope(), id).orElseThrow(NotFoundException::new);
  }
}
