package io.corridor.quality.measure;

import io.corridor.common.rules.CodeTable;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The codes that close or exclude, as dated data, found by exact code or by prefix. */
final class EvidenceCodes {

  /** Where a code stands on a claim. */
  enum CodeKind {
    /** Procedure of a line. */
    HCPCS,
    /** Type of bill. */
    BILL,
    /** Diagnosis, ICD-10-CM. */
    ICD10DX,
    /** Diagnosis, ICD-9-CM. */
    ICD9DX,
    /** Procedure of a stay, ICD-10-PCS. */
    ICD10PX,
    /** Procedure of a stay, ICD-9-CM volume 3. */
    ICD9PX
  }

  /**
   * What a code says.
   *
   * @param measure measure, or {@code ALL}
   * @param numerator true when it closes; false when it excludes
   * @param detail months before the end of the period in which it counts, or the reason
   * @param valid service days on which the code says so
   */
  record Meaning(String measure, boolean numerator, String detail, DateSpan valid) {}

  /** Any measure. */
  static final String ALL = "ALL";

  private static final class Book {
    private final Map<String, List<Meaning>> exact = new HashMap<>();
    private final Map<String, List<Meaning>> prefixes = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();
  }

  private final Map<CodeKind, Book> books = new EnumMap<>(CodeKind.class);
  private final Map<String, Integer> windows = new HashMap<>();

  private EvidenceCodes() {
    for (CodeKind kind : CodeKind.values()) {
      books.put(kind, new Book());
    }
  }

  /** The list shipped with the product. */
  static EvidenceCodes load() {
    EvidenceCodes codes = new EvidenceCodes();
    CodeTable.load(EvidenceCodes.class, "codes/evidence.csv").rows().forEach(codes::add);
    return codes;
  }

  private void add(Map<String, String> row) {
    String code = row.getOrDefault("code", "");
    String until = row.getOrDefault("until", "");
    boolean numerator = row.getOrDefault("role", "").equals("NUMERATOR");
    Meaning meaning =
        new Meaning(
            row.getOrDefault("measure", ""),
            numerator,
            row.getOrDefault("detail", ""),
            new DateSpan(
                LocalDate.parse(row.getOrDefault("from", "")),
                until.isEmpty() ? null : LocalDate.parse(until)));
    Book book = book(CodeKind.valueOf(row.getOrDefault("system", "")));
    if (row.getOrDefault("match", "").equals("PREFIX")) {
      book.prefixes.computeIfAbsent(code, any -> new ArrayList<>()).add(meaning);
      book.lengths.add(code.length());
    } else {
      book.exact.computeIfAbsent(code, any -> new ArrayList<>()).add(meaning);
    }
    if (numerator) {
      windows.put(meaning.measure() + "|" + code, Integer.valueOf(meaning.detail()));
    }
  }

  private Book book(CodeKind kind) {
    return java.util.Objects.requireNonNull(books.get(kind));
  }

  /** What a code says on a service day; nothing for almost every code. */
  List<Meaning> meanings(CodeKind kind, String code, LocalDate day) {
    Book book = book(kind);
    List<Meaning> found = new ArrayList<>(book.exact.getOrDefault(code, List.of()));
    for (int length : book.lengths) {
      if (code.length() >= length) {
        found.addAll(book.prefixes.getOrDefault(code.substring(0, length), List.of()));
      }
    }
    found.removeIf(meaning -> !meaning.valid().contains(day));
    return found;
  }

  /**
   * Months before the end of a period in which a numerator code of a measure counts; zero for a
   * code that the list no longer has, so that a row of an older list counts nowhere.
   */
  int windowMonths(String measure, String code) {
    return windows.getOrDefault(measure + "|" + code, 0);
  }
}
