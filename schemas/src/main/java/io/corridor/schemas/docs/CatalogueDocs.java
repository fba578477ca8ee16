package io.corridor.schemas.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code topics.md} and {@code asyncapi.yaml} from the catalogue and the schemas. */
public final class CatalogueDocs {

  /** Release that the documents describe. */
  static final String RELEASE = "0.1.0";

  private CatalogueDocs() {}

  /** Texts of the documents by file name. */
  public static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("topics.md", TopicsPage.text());
    files.put("asyncapi.yaml", Yaml.text(AsyncApi.document()));
    return files;
  }

  /**
   * Writes the documents.
   *
   * @param directory where they go; it is made if missing
   */
  public static void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, String> file : files().entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }

  /** Writes the documents into the directory named by the only argument. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("Say where the documents go: one directory");
    }
    write(Path.of(args[0]));
  }
}
