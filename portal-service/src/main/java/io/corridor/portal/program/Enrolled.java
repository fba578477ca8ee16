package io.corridor.portal.program;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who was enrolled in which program: a file with the columns {@code program} (letters, digits,
 * dots, dashes and underscores), {@code member} and {@code enrolledOn}. The member is the payer's
 * member number or the member as topics name it.
 *
 * @param programs for each program its members with the day of their first enrollment
 * @param problems lines that could not be used, with line and reason
 */
public record Enrolled(Map<String, Map<String, LocalDate>> programs, List<String> problems) {

  private static final List<String> COLUMNS = List.of("program", "member", "enrolledOn");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}");

  /**
   * Reads the file.
   *
   * @param members the member that topics name, by either name; null for nobody
   */
  public static Enrolled read(Path file, Members members) throws IOException {
    try (Reader text = Files.newBufferedReader(file)) {
      return read(text, members);
    }
  }

  /**
   * Reads the text of a file.
   *
   * @param members the member that topics name, by either name; null for nobody
   */
  public static Enrolled read(Reader text, Members members) throws IOException {
    Map<String, Map<String, LocalDate>> programs = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        String problem = take(row, members, programs);
        if (problem != null) {
          problems.add("line " + row.getStartingLineNumber() + ": " + problem);
        }
      }
    } catch (CsvParseException | UncheckedIOException unreadable) {
      throw new IOException("the file of programs cannot be read", unreadable);
    }
    return new Enrolled(programs, problems);
  }

  /** Names of members. */
  @FunctionalInterface
  public interface Members {

    /** The member that topics name. */
    @Nullable String find(String name);
  }

  private static @Nullable String take(
      NamedCsvRecord row, Members members, Map<String, Map<String, LocalDate>> programs) {
    for (String column : COLUMNS) {
      if (row.findField(column).filter(value -> !value.isBlank()).isEmpty()) {
        return "PROGRAM_FIELD_MISSING " + column;
      }
    }
    String program = row.getField("program").strip();
    if (!NAME.matcher(program).matches()) {
      return "PROGRAM_NAME program";
    }
    LocalDate from;
    try {
      from = LocalDate.parse(row.getField("enrolledOn").strip());
    } catch (DateTimeException noDay) {
      return "PROGRAM_DATE enrolledOn";
    }
    String member = members.find(row.getField("member").strip());
    if (member == null) {
      return "PROGRAM_MEMBER_UNKNOWN member";
    }
    programs
        .computeIfAbsent(program, any -> new TreeMap<>())
        .merge(member, from, (one, other) -> one.isBefore(other) ? one : other);
    return null;
  }
}
