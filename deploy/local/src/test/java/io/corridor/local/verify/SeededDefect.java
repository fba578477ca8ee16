package io.corridor.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.yaml.snakeyaml.Yaml;

/**
 * A defect put into one rule on purpose: one line of one source file is replaced and the file
 * compiled into a directory that stands before the product on the classpath.
 *
 * @param name file name of the description
 * @param title what is wrong
 * @param source source file below the repository's root
 * @param find text that occurs exactly once
 * @param replace text in its place
 * @param topic topic whose answers become wrong
 */
record SeededDefect(
    String name, String title, Path source, String find, String replace, String topic) {
  static final Path ROOT = Path.of(System.getProperty("corridor.root", "../.."));

  /** All descriptions, by name. */
  static List<SeededDefect> all() throws IOException {
    Path directory = ROOT.resolve("deploy/local/src/test/resources/defects");
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().map(SeededDefect::read).toList();
    }
  }

  private static SeededDefect read(Path file) {
    try {
      Map<String, String> text = new Yaml().load(Files.readString(file));
      return new SeededDefect(
          file.getFileName().toString(),
          text.get("title"),
          ROOT.resolve(text.get("source")),
          text.get("find"),
          text.get("replace"),
          text.get("topic"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** How often the text to replace occurs. */
  int occurrences() throws IOException {
    String code = Files.readString(source);
    return (code.length() - code.replace(find, "").length()) / find.length();
  }

  /** Compiles the changed file into {@code classes}. */
  void compile(Path work, Path classes) throws IOException {
    Path changed = Files.createDirectories(work).resolve(source.getFileName().toString());
    Files.writeString(changed, Files.readString(source).replace(find, replace));
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  manager,
                  null,
                  List.of(
                      "-proc:none",
                      "-parameters",
                      "-nowarn",
                      "-cp",
                      classpath(),
                      "-d",
                      classes.toString()),
                  null,
                  manager.getJavaFileObjects(changed))
              .call();
      if (!compiled) {
        throw new IllegalStateException("defect does not compile: " + name);
      }
    }
  }

  /** Classpath of the tests, also when they were started through a jar that only names it. */
  static String classpath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  @Override
  public String toString() {
    return name + ": " + title;
  }
}
