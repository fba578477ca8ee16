package io.corridor.portal.config;

import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who is at the page, from whichever login there is. */
final class Viewers {

  private final PortalProperties.Claims names;

  Viewers(PortalProperties.Claims names) {
    this.names = names;
  }

  /** The viewer of a login; empty when its token names no role of ours. */
  Optional<Viewer> of(@Nullable Authentication authentication) {
    Object principal = authentication == null ? null : authentication.getPrincipal();
    return switch (principal) {
      case PortalUser user -> Optional.of(user.viewer());
      case OidcUser user -> from(user.getSubject(), user.getFullName(), user.getClaims());
      case OAuth2AuthenticatedPrincipal user -> from(user.getName(), null, user.getAttributes());
      case Jwt token -> from(token.getSubject(), null, token.getClaims());
      case null, default -> Optional.empty();
    };
  }

  private Optional<Viewer> from(
      @Nullable String user, @Nullable String name, Map<String, Object> claims) {
    Object role = claims.get(names.role());
    if (user == null || !(role instanceof String text)) {
      return Optional.empty();
    }
    for (Role known : Role.values()) {
      if (known.name().equals(text.toUpperCase(Locale.ROOT))) {
        return Optional.of(
            new Viewer(
                user,
                name == null ? user : name,
                known,
                PortalUser.grant(list(claims, names.acos()), list(claims, names.tins()))));
      }
    }
    return Optional.empty();
  }

  private static List<String> list(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }
}
