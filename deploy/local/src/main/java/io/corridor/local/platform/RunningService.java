package io.corridor.local.platform;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A started service.
 *
 * @param name name
 * @param port loopback port of its HTTP endpoints
 * @param context its own application context
 */
public record RunningService(String name, int port, ConfigurableApplicationContext context)
    implements AutoCloseable {

  /** Closes the context; streams commit and leave their group. */
  @Override
  public void close() {
    context.close();
  }
}
