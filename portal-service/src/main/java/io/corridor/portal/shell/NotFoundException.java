package io.corridor.portal.shell;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such page, or not for this person: the answer does not tell which. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Without a reason, on purpose. */
  public NotFoundException() {
    super("There is no such page for this person");
  }
}
