package io.corridor.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

@NullUnmarked
class LoginPageTest {

  private static Object logins(boolean demo) {
    ExtendedModelMap model = new ExtendedModelMap();
    new ShellController(new Shells(demo, List.of("analyst", "operator")))
        .login(Optional.empty(), Optional.empty(), model);
    return model.get("logins");
  }

  @Test
  void namesAreToldInADemonstrationOnly() {
    assertThat(logins(true)).isEqualTo("analyst, operator");
    assertThat(logins(false)).isEqualTo("");
  }

  @Test
  void aLookThatIsNotKnownIsLeftAtItsDefault() {
    assertThat(Look.of(null, null)).isEqualTo(new Look("system", true));
    assertThat(Look.of("purple\"", "maybe")).isEqualTo(new Look("system", true));
    assertThat(Look.of("dark", "off").theme()).isEqualTo("dark");
    assertThat(Look.of("dark", "off").keys()).isEqualTo("off");
  }
}
