package io.corridor.local.statement;

import io.corridor.portal.statement.Paper;
import io.corridor.schemas.Statement;
import java.util.List;

/** A statement as one page of HTML that needs nothing else, set for A4 paper. */
public final class StatementPage {

  private static final String STYLE =
      "@page{size:A4;margin:18mm}body{font:11pt/1.4 serif;max-width:190mm;margin:auto;color:#111}"
          + "h1{font-size:17pt}h2{font-size:13pt;margin-top:1.6em}"
          + "table{border-collapse:collapse;width:100%;font-size:9.5pt}"
          + "th,td{border-bottom:1px solid #999;padding:3px 6px;text-align:left;vertical-align:top}"
          + ".n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
          + "tr{break-inside:avoid}";

  private StatementPage() {}

  /** The page. */
  public static String of(Statement statement) {
    Paper paper = Paper.of(statement);
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n<title>").append(escaped(paper.title()));
    out.append("</title>\n<style>").append(STYLE).append("</style>\n</head>\n<body>\n<h1>");
    out.append(escaped(paper.title())).append("</h1>\n");
    paper.summary().forEach(line -> out.append("<p>").append(escaped(line)).append("</p>\n"));
    for (Paper.Section section : paper.sections()) {
      if (!section.rows().isEmpty()) {
        section(out, section);
      }
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private static void section(StringBuilder out, Paper.Section section) {
    out.append("<h2>").append(escaped(section.title())).append("</h2>\n");
    if (!section.note().isEmpty()) {
      out.append("<p>").append(escaped(section.note())).append("</p>\n");
    }
    out.append("<table>\n<thead>");
    row(out, section.head(), "th scope=\"col\"", "th", section.numbers());
    out.append("</thead>\n<tbody>\n");
    section.rows().forEach(cells -> row(out, cells, "td", "td", section.numbers()));
    out.append("</tbody>\n</table>\n");
  }

  private static void row(
      StringBuilder out, List<String> cells, String open, String close, int numbers) {
    out.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      out.append('<').append(open).append(i < numbers ? ">" : " class=\"n\">");
      out.append(escaped(cells.get(i))).append("</").append(close).append('>');
    }
    out.append("</tr>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
