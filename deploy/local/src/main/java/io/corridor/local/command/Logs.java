package io.corridor.local.command;

import io.corridor.local.platform.Layout;

/**
 * Sends the log of this process into the data directory; to be said before the first line is
 * logged.
 */
final class Logs {

  private Logs() {}

  /**
   * Logs to the directory's file; Spring Boot leaves the logging alone, for all contexts share it.
   */
  static void to(Layout layout) {
    layout.create();
    System.setProperty("corridor.log", layout.log().toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
  }
}
