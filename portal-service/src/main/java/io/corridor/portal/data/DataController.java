package io.corridor.portal.data;

import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.Visit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of data health. */
@Controller
class DataController {

  private final DataQueries queries;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  DataController(
      DataQueries queries,
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

  @GetMapping("/data")
  String data(Visit visit, Model model) {
    visit.needs(Role.Area.DATA);
    List<DataQueries.FileRow> files = queries.files();
    List<DataQueries.RejectedRow> rejected = queries.rejected();
    long lines = rejected.stream().mapToLong(DataQueries.RejectedRow::lines).sum();
    long open = files.stream().filter(file -> !file.balanced()).count();
    audit.record(visit.viewer(), "VIEW_DATA", null, files.size());
    model.addAttribute("files", files);
    model.addAttribute("rejected", rejected);
    model.addAttribute("finding", finding(files.size(), lines, open));
    model.addAttribute("today", Format.longDay(reference.clock(properties.zone()).today()));
    model.addAttribute("shell", shells.of(visit, Role.Area.DATA));
    return "data/page";
  }

  private static String finding(int files, long lines, long open) {
    if (files == 0) {
      return "No file has come in yet";
    }
    if (open > 0) {
      return Format.counted(open, "file is", "files are") + " still being read";
    }
    return lines == 0
        ? "Every line is accepted or known already"
        : Format.counted(lines, "line was", "lines were") + " rejected";
  }
}
