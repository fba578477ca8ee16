package io.corridor.portal.shell;

import java.util.Locale;

/**
 * The person at the page.
 *
 * @param user login name, for the audit
 * @param name display name
 * @param role what they do
 * @param grant their organisations
 */
public record Viewer(String user, String name, Role role, Grant grant) {

  /** Two letters for the account button. */
  public String initials() {
    StringBuilder letters = new StringBuilder();
    for (String word : name.strip().split("[\\s._-]+", -1)) {
      if (!word.isEmpty() && letters.length() < 2) {
        letters.append(word.charAt(0));
      }
    }
    return letters.toString().toUpperCase(Locale.ROOT);
  }
}
