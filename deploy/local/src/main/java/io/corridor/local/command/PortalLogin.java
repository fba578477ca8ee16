package io.corridor.local.command;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The password of the portal's people for one start: told on the console, kept nowhere. */
final class PortalLogin {

  private static final int PASSWORD_BYTES = 9;

  private final String password;

  PortalLogin() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Settings of the portal.
   *
   * @param demo true when all data are invented, which pages then say
   */
  Map<String, String> settings(boolean demo) {
    return Map.of("demo", Boolean.toString(demo), "password", password);
  }

  @Override
  public String toString() {
    return "log in as coordinator, practice, analyst or operator; password " + password;
  }
}
