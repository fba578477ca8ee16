package io.corridor.attribution.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.campaign.Proximity.Offer;
import io.corridor.common.care.Home;
import io.corridor.common.care.RosterTerms.Campaign;
import io.corridor.common.care.RosterTerms.Site;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which of several near sites takes a member in (domain.md 1.6). */
class ProximityTest {

  private static final DateSpan ALWAYS = new DateSpan(LocalDate.of(2025, 1, 1), null);

  private static Site site(String id, String tin, @Nullable Integer capacity, int panel) {
    return new Site(id, new Tin(tin), null, "01001", "013", capacity, panel, ALWAYS);
  }

  private static Optional<String> nearest(boolean specialistsFirst, Site... sites) {
    Campaign terms =
        new Campaign(60, 30, new BigDecimal("30"), specialistsFirst, List.of(sites), Map.of());
    return Proximity.nearest(
            List.of(sites), new Home("01001", "013"), terms, Set.of(new Tin("789012345")))
        .map(Offer::site)
        .map(Site::site);
  }

  @Test
  @DisplayName("of equally near sites the panel that is filled least, whatever its size")
  void leastFilled() {
    assertThat(nearest(false, site("a", "111111111", 1_000, 500), site("b", "222222222", 10, 4)))
        .contains("b");
    assertThat(nearest(false, site("a", "111111111", 3, 1), site("b", "222222222", 6, 2)))
        .as("equally filled: the smaller id")
        .contains("a");
    assertThat(nearest(false, site("a", "111111111", 10, 1), site("b", "222222222", null, 0)))
        .as("without limit a panel is empty")
        .contains("b");
  }

  @Test
  @DisplayName("a full panel takes nobody in")
  void full() {
    assertThat(nearest(false, site("a", "111111111", 10, 10), site("b", "222222222", 10, 9)))
        .contains("b");
    assertThat(nearest(false, site("a", "111111111", 10, 11))).isEmpty();
  }

  @Test
  @DisplayName("specialists that the member uses come before the filling of panels")
  void specialistsFirst() {
    Site used = site("a", "789012345", 10, 9);
    Site empty = site("b", "222222222", 10, 0);
    assertThat(nearest(true, used, empty)).contains("a");
    assertThat(nearest(false, used, empty)).contains("b");
  }
}
