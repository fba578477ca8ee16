package io.corridor.common.care;

import org.jspecify.annotations.Nullable;

/**
 * Where a member lives, as sent with coverage.
 *
 * @param zip five-digit zip code
 * @param county county code
 */
public record Home(@Nullable String zip, @Nullable String county) {

  /** Masked: prints nothing of the person. */
  @Override
  public String toString() {
    return "Home[masked]";
  }
}
