package io.corridor.portal.shell;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Login, landing page, definitions and keys. */
@Controller
class ShellController {

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
    model.addAttribute("demo", shells.demo());
    return "shell/login";
  }

  @GetMapping("/account")
  String account(Visit visit, Model model) {
    model.addAttribute("shell", shells.of(visit, Optional.empty(), Optional.empty()));
    model.addAttribute("visit", visit);
    return "shell/account";
  }

  @GetMapping("/definitions/{term}")
  String definition(@PathVariable String term, Visit visit, Model model) {
    model.addAttribute("shell", shells.of(visit, Optional.empty(), Optional.empty()));
    model.addAttribute("term", Definitions.of(term).orElseThrow(NotFoundException::new));
    model.addAttribute("terms", Definitions.all());
    return "shell/definition";
  }
}
