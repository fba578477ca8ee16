package io.corridor.local.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher as a process of its own, which can be killed. */
public final class LauncherProcess {

  private LauncherProcess() {}

  /**
   * Starts a command.
   *
   * @param log file that takes what it prints
   * @param environment variables besides those of this process
   */
  static Process start(File log, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(log, environment, List.of(), List.of(), arguments);
  }

  /**
   * Starts a command on a changed product.
   *
   * @param log file that takes what it prints
   * @param environment variables besides those of this process
   * @param options options of its JVM besides the usual ones
   * @param before directories of classes that stand before the product
   */
  public static Process start(
      File log,
      Map<String, String> environment,
      List<String> options,
      List<Path> before,
      String... arguments)
      throws IOException {
    List<String> classpath = new ArrayList<>(before.stream().map(Path::toString).toList());
    classpath.add(System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.corridor.schemas",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp", String.join(File.pathSeparator, classpath), CorridorCommand.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
