package io.corridor.portal.config;

import io.corridor.portal.config.PortalProperties.Person;
import io.corridor.portal.shell.Grant;
import io.corridor.portal.shell.Role;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * People of the local login. Who has no password in the settings gets one made at the start, which
 * is told once in the log, so that nobody runs a portal with a password that others know.
 */
final class LocalUsers implements UserDetailsService {

  private static final Logger LOG = LoggerFactory.getLogger(LocalUsers.class);
  private static final int PASSWORD_BYTES = 12;

  private record Entry(Person person, String password) {}

  private final Map<String, Entry> entries = new TreeMap<>();

  LocalUsers(PortalProperties properties, PasswordEncoder encoder) {
    Map<String, Person> people = new LinkedHashMap<>(properties.users());
    if (people.isEmpty()) {
      people.put("coordinator", demo("Juniper Ashby", Role.COORDINATOR, List.of(Grant.FIRST)));
      people.put(
          "practice",
          new Person("Rowan Alder", Role.PRACTICE, null, List.of(), List.of(Grant.LARGEST)));
      people.put("analyst", demo("Tobias Merriweather", Role.ANALYST, List.of(Grant.EVERY)));
      people.put("operator", demo("Imogen Vale", Role.OPERATOR, List.of(Grant.EVERY)));
    }
    SecureRandom random = new SecureRandom();
    people.forEach((user, person) -> {
      String password = person.password();
      if (password == null || password.isEmpty()) {
        password = properties.password();
      }
      if (password == null || password.isEmpty()) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        LOG.info("Password of {} for this run: {}", user, password);
      }
      String stored = password.startsWith("{") ? password : encoder.encode(password);
      entries.put(user, new Entry(person, stored == null ? "" : stored));
    });
  }

  private static Person demo(String name, Role role, List<String> acos) {
    return new Person(name, role, null, acos, List.of());
  }

  /** Login names, in the order of the alphabet. */
  List<String> logins() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public PortalUser loadUserByUsername(String user) {
    Entry entry = entries.get(user);
    if (entry == null) {
      throw new UsernameNotFoundException("Nobody has this name");
    }
    Person person = entry.person();
    return new PortalUser(
        user,
        entry.password(),
        person.name() == null ? user : person.name(),
        person.role(),
        PortalUser.grant(person.acos(), person.tins()));
  }
}
