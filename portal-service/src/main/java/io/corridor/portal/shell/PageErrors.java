package io.corridor.portal.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for what went wrong: what happened, what is safe, what next, and a code to quote. */
@Controller
class PageErrors implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

  /** An error as the API tells it. */
  record Problem(int status, String title, String reference) {}

  @RequestMapping("/error")
  Object error(HttpServletRequest request, Model model) {
    HttpStatus status = status(request);
    String reference = UUID.randomUUID().toString().substring(0, 8);
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (status.is5xxServerError()) {
      LOG.error(
          "A page failed, reference {}: {}",
          reference,
          failure == null ? "unknown" : failure.getClass().getName());
    }
    String title =
        switch (status) {
          case NOT_FOUND -> "There is no such page for you";
          case FORBIDDEN -> "This form has expired";
          case METHOD_NOT_ALLOWED, BAD_REQUEST -> "The address or form is not complete";
          default -> "This page could not be shown";
        };
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (path instanceof String text && text.startsWith("/api/")) {
      return ResponseEntity.status(status).body(new Problem(status.value(), title, reference));
    }
    model.addAttribute("status", status.value());
    model.addAttribute("title", title);
    model.addAttribute("reference", reference);
    return "shell/error";
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }
}
