package io.corridor.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Login, landing page, account and definitions. */
@Controller
class ShellController {

  private static final Duration KEPT = Duration.ofDays(365);

  private final Shells shells;

  ShellController(Shells shells) {
    this.shells = shells;
  }

  @GetMapping("/")
  String home(Visit visit) {
    return "redirect:" + visit.viewer().role().landing();
  }

  @GetMapping("/login")
  String login(
      @RequestParam Optional<String> error, @RequestParam Optional<String> bye, Model model) {
    model.addAttribute("failed", error.isPresent());
    model.addAttribute("bye", bye.isPresent());
    model.addAttribute("logins", shells.demo() ? String.join(", ", shells.logins()) : "");
    return "shell/login";
  }

  @GetMapping("/account")
  String account(Visit visit, Model model) {
    model.addAttribute("shell", shells.of(visit, Optional.empty(), Optional.empty()));
    model.addAttribute("visit", visit);
    model.addAttribute("sees", sees(visit.scope()));
    model.addAttribute("themes", Look.themes());
    return "shell/account";
  }

  private static String sees(Scope scope) {
    return Format.counted(scope.contracts().size(), "contract", "contracts")
        + " as a whole and "
        + Format.counted(scope.tins().size(), "practice", "practices")
        + " of your own.";
  }

  @PostMapping("/account/look")
  String look(
      @RequestParam String theme,
      @RequestParam Optional<String> keys,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    Look look = Look.of(theme, keys.orElse("off"));
    keep(Look.THEME_COOKIE, look.themeCode(), request, response);
    keep(Look.KEYS_COOKIE, look.keysOn() ? "on" : "off", request, response);
    redirect.addFlashAttribute("toast", "Saved for this browser.");
    return "redirect:/account";
  }

  private static void keep(
      String name, String value, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(KEPT)
            .build()
            .toString());
  }

  @GetMapping("/definitions/{term}")
  String definition(@PathVariable String term, Visit visit, Model model) {
    model.addAttribute("shell", shells.of(visit, Optional.empty(), Optional.empty()));
    model.addAttribute("term", Definitions.of(term).orElseThrow(NotFoundException::new));
    model.addAttribute("terms", Definitions.all());
    return "shell/definition";
  }
}
