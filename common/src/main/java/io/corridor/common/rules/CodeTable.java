package io.corridor.common.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A code list shipped with the product: comma separated, header row, lines of the form {@code #
 * source: …} before it. Loading fails when the source is missing, a row has another width or a cell
 * is quoted badly.
 */
public final class CodeTable {

  private final String name;
  private final String source;
  private final List<Map<String, String>> rows;

  private CodeTable(String name, String source, List<Map<String, String>> rows) {
    this.name = name;
    this.source = source;
    this.rows = rows;
  }

  /**
   * Reads a resource.
   *
   * @param anchor class whose package holds the resource
   * @throws IllegalStateException if the table is missing or broken
   */
  public static CodeTable load(Class<?> anchor, String resource) {
    try (InputStream in = anchor.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("code table " + resource + " is missing");
      }
      return read(resource, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static CodeTable read(String name, BufferedReader in) throws IOException {
    String source = "";
    List<String> header = List.of();
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("#")) {
        source += line.substring(1).strip() + " ";
      } else if (header.isEmpty()) {
        header = cells(line);
      } else if (!line.isBlank()) {
        List<String> cells = cells(line);
        if (cells.size() != header.size()) {
          throw new IllegalStateException(
              "code table " + name + ", row " + (rows.size() + 1) + ": wrong number of cells");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(header.get(i), cells.get(i));
        }
        rows.add(row);
      }
    }
    if (!source.contains("source:")) {
      throw new IllegalStateException("code table " + name + " does not cite its source");
    }
    return new CodeTable(name, source.strip(), List.copyOf(rows));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Name of the resource. */
  public String name() {
    return name;
  }

  /** Where the codes come from. */
  public String source() {
    return source;
  }

  /** Rows in file order, by column name. */
  public List<Map<String, String>> rows() {
    return rows;
  }
}
