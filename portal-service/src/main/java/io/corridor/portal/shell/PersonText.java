package io.corridor.portal.shell;

import io.corridor.common.time.Ages;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a person is named: name and birth date always together. */
public final class PersonText {

  private PersonText() {}

  /** Display name, or what stands in its place. */
  public static String name(
      @Nullable String given, @Nullable String family, @Nullable String memberNumber) {
    String name = ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
    if (!name.isEmpty()) {
      return name;
    }
    return memberNumber == null ? "Name not sent" : "Member " + memberNumber;
  }

  /** {@code 78 F · 4 Mar 1948}. */
  public static String person(@Nullable LocalDate birth, @Nullable String sex, LocalDate today) {
    if (birth == null) {
      return "birth date not sent";
    }
    String letter = sex == null || sex.equals("UNKNOWN") ? "" : " " + sex.substring(0, 1);
    return Ages.on(today, birth) + letter + " · " + Format.plainDay(birth);
  }
}
