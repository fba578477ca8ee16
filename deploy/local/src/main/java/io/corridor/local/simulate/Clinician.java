package io.corridor.local.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clinician (NPI) of the simulated market with dated links to practices. */
final class Clinician {
  /** Part in the market. */
  enum Role {
    PRIMARY,
    PEDIATRIC,
    PRACTITIONER,
    SPECIALIST
  }

  /** A dated link; lastDay is inclusive, {@link Integer#MAX_VALUE} while open. */
  record Link(Practice practice, int from, int lastDay, boolean main) {}

  final String npi;
  final String specialty;
  final String taxonomy;
  final Role role;
  final String name;
  final List<Link> links = new ArrayList<>();

  Clinician(String npi, String specialty, String taxonomy, Role role, String name) {
    this.npi = npi;
    this.specialty = specialty;
    this.taxonomy = taxonomy;
    this.role = role;
    this.name = name;
  }

  boolean worksAt(Practice practice, int day) {
    for (Link link : links) {
      if (link.practice() == practice && link.from() <= day && day <= link.lastDay()) {
        return true;
      }
    }
    return false;
  }

  /** Main practice on the day. */
  @Nullable Practice mainPractice(int day) {
    for (Link link : links) {
      if (link.main() && link.from() <= day && day <= link.lastDay()) {
        return link.practice();
      }
    }
    return null;
  }

  /** NPI with a valid check digit (Luhn over 80840 and the first nine digits). */
  static String npi(int number) {
    String body = "1" + String.format(java.util.Locale.ROOT, "%08d", number % 100_000_000);
    String full = "80840" + body;
    int sum = 0;
    boolean twice = true;
    for (int i = full.length() - 1; i >= 0; i--) {
      int digit = full.charAt(i) - '0';
      if (twice) {
        digit *= 2;
        if (digit > 9) {
          digit -= 9;
        }
      }
      sum += digit;
      twice = !twice;
    }
    return body + (10 - sum % 10) % 10;
  }
}
