package io.corridor.local.command;

import io.corridor.local.platform.Layout;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends the log of this process into the data directory; to be said before the first line is
 * logged.
 */
final class Logs {

  private Logs() {}

  /** No log at all: for commands that own no data directory. */
  static void none() {
    System.clearProperty("corridor.log");
  }

  /**
   * Logs to the directory's file; Spring Boot leaves the logging alone, for all contexts share it.
   */
  static void to(Layout layout) {
    layout.create();
    System.setProperty("corridor.log", layout.log().toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
        LoggerFactory.getLogger(Logs.class).error("{} ended", thread.getName(), failure));
    // The web server logs through java.util.logging.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
