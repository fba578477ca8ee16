package io.corridor.settlement.replicate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a directory of public use files, one a performance year, as they are. */
public final class PublishedFiles {

  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)");

  private final Map<Integer, PublishedLayout> layouts = PublishedLayout.load();
  private final Map<String, List<String>> labels = PublishedLayout.labels();

  /** Every row of every {@code .csv} file whose name holds a performance year, in year order. */
  public static List<PublishedResult> read(Path directory) throws IOException {
    PublishedFiles files = new PublishedFiles();
    List<Path> paths;
    try (Stream<Path> all = Files.list(directory)) {
      paths = all.filter(path -> name(path).endsWith(".csv")).sorted().toList();
    }
    Map<Integer, Path> years = new java.util.TreeMap<>();
    for (Path path : paths) {
      Matcher year = YEAR.matcher(name(path));
      if (year.find() && files.layouts.containsKey(Integer.valueOf(year.group(1)))) {
        Path other = years.put(Integer.valueOf(year.group(1)), path);
        if (other != null) {
          throw new IOException("two files of " + year.group(1) + ": " + other + ", " + path);
        }
      }
    }
    List<PublishedResult> results = new ArrayList<>();
    for (Map.Entry<Integer, Path> file : years.entrySet()) {
      results.addAll(files.file(file.getKey(), file.getValue()));
    }
    return results;
  }

  private List<PublishedResult> file(int year, Path path) throws IOException {
    PublishedLayout layout = layouts.get(year);
    if (layout == null) {
      return List.of();
    }
    List<PublishedResult> results = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text(path))) {
      Map<String, Integer> places = Map.of();
      for (CsvRecord line : reader) {
        if (places.isEmpty()) {
          places = places(layout.completed(line.getFields()));
        } else {
          String place = name(path) + ":" + line.getStartingLineNumber();
          results.add(new PublishedRow(layout, labels, places, line.getFields(), place).result());
        }
      }
    }
    return results;
  }

  private static Map<String, Integer> places(List<String> header) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(header.get(i), i);
    }
    return places;
  }

  /** UTF-8 where it is, else Latin: only names of ACOs ever differ. */
  private static String text(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
