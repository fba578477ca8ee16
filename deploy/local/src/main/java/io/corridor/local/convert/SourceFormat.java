package io.corridor.local.convert;

import java.time.format.DateTimeFormatter;

/**
 * How the files of a source are written.
 *
 * @param separator character between fields
 * @param dates how days are written
 * @param suffix what a file's name ends with beyond its own, for example {@code .gz}
 */
public record SourceFormat(char separator, DateTimeFormatter dates, String suffix) {

  /** Commas, ISO dates, plain files. */
  public static final SourceFormat CSV =
      new SourceFormat(',', DateTimeFormatter.ISO_LOCAL_DATE, "");
}
