package io.corridor.local.convert;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads one delimited file row by row, or claim by claim. A row that cannot be used is counted as
 * rejected with its code and line and the reading goes on; only a file whose quoting or compression
 * is broken ends early, with {@code FILE_UNREADABLE}.
 */
public final class SourceReader {
  private final ImportReport report;
  private final SourceFormat format;

  /** A reader that counts into {@code report}. */
  public SourceReader(ImportReport report, SourceFormat format) {
    this.report = report;
    this.format = format;
  }

  /** Where a file of the source stands. */
  public Path path(Path directory, String file) {
    return directory.resolve(file + format.suffix());
  }

  /** Hands every well-formed row of {@code directory/file} to {@code rows}. */
  public void read(Path directory, String file, Consumer<SourceRow> rows) throws IOException {
    SourceCounts counts = report.source(file);
    wellFormed(
        directory,
        file,
        row -> {
          try {
            rows.accept(row);
          } catch (RejectedRow rejected) {
            counts.rejected(rejected.code(), rejected.field(), row.line());
          }
        });
  }

  /**
   * Hands the rows of {@code directory/file} over in groups: consecutive rows with one value in
   * {@code key}. A group that cannot be used is rejected whole, each of its rows at its line; so is
   * one whose key came before, with {@code ROWS_APART}.
   */
  public void readGroups(Path directory, String file, String key, Consumer<List<SourceRow>> groups)
      throws IOException {
    SourceCounts counts = report.source(file);
    Grouping grouping = new Grouping(key, counts, groups);
    wellFormed(directory, file, grouping::add);
    grouping.close();
  }

  private void wellFormed(Path directory, String file, Consumer<SourceRow> rows)
      throws IOException {
    SourceCounts counts = report.source(file);
    try (Reader in = open(path(directory, file));
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .fieldSeparator(format.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(in)) {
      for (NamedCsvRecord next : reader) {
        counts.read();
        long line = next.getStartingLineNumber();
        if (next.getFieldCount() == next.getHeader().size()) {
          rows.accept(new SourceRow(file, line, next, format.dates()));
        } else {
          counts.rejected("COLUMN_COUNT", "row", line);
        }
      }
    } catch (CsvParseException | ZipException e) {
      counts.unreadable();
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CharacterCodingException)
          && !(e.getCause() instanceof ZipException)) {
        throw e;
      }
      counts.unreadable();
    }
  }

  private Reader open(Path file) throws IOException {
    InputStream plain = Files.newInputStream(file);
    InputStream in = format.suffix().endsWith(".gz") ? new GZIPInputStream(plain, 1 << 16) : plain;
    return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
  }

  /** Collects consecutive rows with one key. */
  private static final class Grouping {
    private final String key;
    private final SourceCounts counts;
    private final Consumer<List<SourceRow>> groups;
    private final Set<String> seen = new HashSet<>();
    private final List<SourceRow> open = new ArrayList<>();
    private String current = "";

    Grouping(String key, SourceCounts counts, Consumer<List<SourceRow>> groups) {
      this.key = key;
      this.counts = counts;
      this.groups = groups;
    }

    void add(SourceRow row) {
      String value;
      try {
        value = row.required(key);
      } catch (RejectedRow rejected) {
        counts.rejected(rejected.code(), rejected.field(), row.line());
        return;
      }
      if (!value.equals(current)) {
        close();
        current = value;
      }
      open.add(row);
    }

    void close() {
      if (open.isEmpty()) {
        return;
      }
      try {
        if (!seen.add(current)) {
          throw new RejectedRow("ROWS_APART", key);
        }
        groups.accept(List.copyOf(open));
      } catch (RejectedRow rejected) {
        open.forEach(row -> counts.rejected(rejected.code(), rejected.field(), row.line()));
      }
      open.clear();
    }
  }
}
