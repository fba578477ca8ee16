package io.corridor.local.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The launcher's commands for tests of other packages. */
public final class Launch {

  private Launch() {}

  /** Runs a command and returns its exit code. */
  public static int command(String... arguments) {
    return CorridorCommand.execute(arguments);
  }

  /** Runs a command and returns what it prints. */
  public static String output(String... arguments) {
    StringWriter out = new StringWriter();
    CorridorCommand.commandLine().setOut(new PrintWriter(out)).execute(arguments);
    return out.toString();
  }
}
