package io.corridor.portal.config;

import io.corridor.portal.shell.Grant;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Viewer;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A person of the local login. */
final class PortalUser extends User {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Viewer viewer;

  PortalUser(String user, String encodedPassword, String name, Role role, Grant grant) {
    super(user, encodedPassword, List.of(new SimpleGrantedAuthority("ROLE_" + role.name())));
    this.viewer = new Viewer(user, name, role, grant);
  }

  Viewer viewer() {
    return viewer;
  }

  static Grant grant(List<String> acos, List<String> tins) {
    return new Grant(Set.copyOf(acos), Set.copyOf(tins));
  }
}
