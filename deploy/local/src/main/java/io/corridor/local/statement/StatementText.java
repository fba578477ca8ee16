package io.corridor.local.statement;

import io.corridor.portal.statement.Paper;
import io.corridor.schemas.Statement;
import java.util.ArrayList;
import java.util.List;

/** A statement as plain text for a printer or a terminal. */
public final class StatementText {

  private static final int WIDTH = 96;

  private StatementText() {}

  /** The statement, lines ended by a line feed. */
  public static String of(Statement statement) {
    Paper paper = Paper.of(statement);
    StringBuilder out = new StringBuilder();
    out.append(paper.title())
        .append('\n')
        .append("=".repeat(paper.title().length()))
        .append("\n\n");
    paper
        .summary()
        .forEach(line -> out.append(String.join("\n", wrapped(line, WIDTH))).append('\n'));
    for (Paper.Section section : paper.sections()) {
      if (!section.rows().isEmpty()) {
        section(out, section);
      }
    }
    return out.toString();
  }

  private static void section(StringBuilder out, Paper.Section section) {
    out.append('\n').append(section.title()).append('\n');
    out.append("-".repeat(section.title().length())).append('\n');
    if (!section.note().isEmpty()) {
      out.append(String.join("\n", wrapped(section.note(), WIDTH))).append('\n');
    }
    if (section.head().contains("Formula")) {
      section.rows().forEach(row -> step(out, row));
    } else {
      table(out, section);
    }
  }

  /** A step: its name and value on one line, how it was reached below. */
  private static void step(StringBuilder out, List<String> row) {
    out.append('\n').append(filled(row.get(0), row.get(4))).append('\n');
    for (String line : wrapped(row.get(2), WIDTH - 4)) {
      out.append("    ").append(line).append('\n');
    }
    for (String line : wrapped("with " + row.get(3), WIDTH - 4)) {
      out.append("    ").append(line).append('\n');
    }
    for (String line : wrapped("[" + row.get(1) + "]", WIDTH - 4)) {
      out.append("    ").append(line).append('\n');
    }
  }

  private static String filled(String name, String value) {
    int dots = Math.max(3, WIDTH - name.length() - value.length() - 2);
    return name + " " + ".".repeat(dots) + " " + value;
  }

  private static void table(StringBuilder out, Paper.Section section) {
    int columns = section.head().size();
    int[] widths = new int[columns];
    List<List<String>> all = new ArrayList<>(List.of(section.head()));
    all.addAll(section.rows());
    all.forEach(row -> {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    });
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        String pad = " ".repeat(widths[i] - cell.length());
        line.append(i == 0 ? "" : "  ").append(i < section.numbers() ? cell + pad : pad + cell);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
