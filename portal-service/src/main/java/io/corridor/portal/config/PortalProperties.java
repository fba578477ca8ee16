package io.corridor.portal.config;

import io.corridor.portal.shell.Role;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the portal, {@code corridor.portal.*}.
 *
 * @param demo true shows the bar that says that all data are invented
 * @param refSecret key of the opaque ids in addresses
 * @param zone zone in which pages show times that have none of their own
 * @param callAim share of follow-up calls to be made in time, 0 to 1
 * @param visitAim share of follow-up visits to be made in time, 0 to 1
 * @param password password of people who have none of their own; none given means one made for each
 * @param users people of the local login by login name; none given means the four of a
 *     demonstration
 * @param claims names of the claims that an identity provider sends
 */
@ConfigurationProperties("corridor.portal")
public record PortalProperties(
    boolean demo,
    String refSecret,
    ZoneId zone,
    BigDecimal callAim,
    BigDecimal visitAim,
    @Nullable String password,
    @DefaultValue Map<String, Person> users,
    @DefaultValue Claims claims) {

  /**
   * A person of the local login.
   *
   * @param name display name
   * @param role what they do
   * @param password password, plain or {@code {id}hash}; none given means one made at the start
   * @param acos ACOs seen as a whole; {@code *} every one, {@code first} the first
   * @param tins practices seen; {@code largest} the one with most members
   */
  public record Person(
      @Nullable String name,
      Role role,
      @Nullable String password,
      @DefaultValue List<String> acos,
      @DefaultValue List<String> tins) {

    /** Names nothing secret. */
    @Override
    public String toString() {
      return "Person[" + role + "]";
    }
  }

  /**
   * Claims of an identity provider's token.
   *
   * @param role claim with the role's name
   * @param acos claim with a list of ACO ids
   * @param tins claim with a list of practices
   */
  public record Claims(
      @DefaultValue("corridor_role") String role,
      @DefaultValue("corridor_acos") String acos,
      @DefaultValue("corridor_tins") String tins) {}

  /** Hides the secret. */
  @Override
  public String toString() {
    return "PortalProperties[demo=" + demo + "]";
  }
}
