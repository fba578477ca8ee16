package io.corridor.portal.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants pages to look and answer. It stands in cookies of their browser, so that it
 * holds on the login page too.
 *
 * @param themeCode system, light or dark
 * @param keysOn true when single letters work as shortcuts
 */
public record Look(String themeCode, boolean keysOn) {

  static final String THEME_COOKIE = "corridor_theme";
  static final String KEYS_COOKIE = "corridor_keys";

  private static final String SYSTEM = "system";
  private static final String OFF = "off";

  /** Reads cookies; what is not known is left at its default. */
  static Look of(@Nullable String theme, @Nullable String keys) {
    return new Look(
        theme != null && themes().containsKey(theme) ? theme : SYSTEM, !OFF.equals(keys));
  }

  /** Choices of colours with their names. */
  static Map<String, String> themes() {
    Map<String, String> themes = new LinkedHashMap<>();
    themes.put(SYSTEM, "As the system");
    themes.put("light", "Light");
    themes.put("dark", "Dark");
    return themes;
  }

  /** The page's {@code data-theme}; none leaves the choice to the system. */
  public @Nullable String theme() {
    return themeCode.equals(SYSTEM) ? null : themeCode;
  }

  /** The page's {@code data-keys}; none leaves shortcuts on. */
  public @Nullable String keys() {
    return keysOn ? null : OFF;
  }
}
