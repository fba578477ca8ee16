package io.corridor.portal.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the look that its reader chose. */
@ControllerAdvice
class LookAdvice {

  @ModelAttribute("look")
  Look look(
      @CookieValue(name = Look.THEME_COOKIE, required = false) @Nullable String theme,
      @CookieValue(name = Look.KEYS_COOKIE, required = false) @Nullable String keys) {
    return Look.of(theme, keys);
  }
}
