package io.corridor.local.platform;

/**
 * A service as the launcher knows it.
 *
 * @param name name, also of its state directory and its meters
 * @param application its Spring Boot application class
 * @param database true: it gets a data source
 */
public record ServiceDefinition(String name, Class<?> application, boolean database) {}
