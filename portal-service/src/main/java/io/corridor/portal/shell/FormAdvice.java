package io.corridor.portal.shell;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What a person is told whose form was not complete, or whose entry no topic has taken. */
@ControllerAdvice(annotations = TakesForms.class)
class FormAdvice {

  @ExceptionHandler(NotWrittenException.class)
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String notWritten(Model model) {
    return page(model, HttpStatus.SERVICE_UNAVAILABLE, "Your entry was not saved", "not-saved");
  }

  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  String notComplete(Model model) {
    return page(model, HttpStatus.BAD_REQUEST, "The address or form is not complete", "form");
  }

  private static String page(Model model, HttpStatus status, String title, String reference) {
    model.addAttribute("status", status.value());
    model.addAttribute("title", title);
    model.addAttribute("reference", reference);
    return "shell/error";
  }
}
