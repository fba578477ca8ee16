package io.corridor.local.desynpuf;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Reads one CSV file row by row. A row that cannot be used is counted as rejected with its code and
 * line and the reading goes on; only a file whose quoting is broken ends early, with {@code
 * FILE_UNREADABLE}.
 */
final class SourceReader {
  private final ImportReport report;

  SourceReader(ImportReport report) {
    this.report = report;
  }

  /** Hands every well-formed row of {@code directory/file} to {@code rows}. */
  void read(Path directory, String file, Consumer<SourceRow> rows) throws IOException {
    SourceCounts counts = report.source(file);
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofNamedCsvRecord(directory.resolve(file))) {
      Iterator<NamedCsvRecord> records = reader.iterator();
      while (records.hasNext()) {
        NamedCsvRecord next = records.next();
        counts.read();
        long line = next.getStartingLineNumber();
        if (next.getFieldCount() != next.getHeader().size()) {
          counts.rejected("COLUMN_COUNT", "row", line);
          continue;
        }
        try {
          rows.accept(new SourceRow(file, line, next));
        } catch (RejectedRow rejected) {
          counts.rejected(rejected.code(), rejected.field(), line);
        }
      }
    } catch (CsvParseException e) {
      counts.rejected("FILE_UNREADABLE", "file", 0);
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CharacterCodingException)) {
        throw e;
      }
      counts.rejected("FILE_UNREADABLE", "file", 0);
    }
  }
}
