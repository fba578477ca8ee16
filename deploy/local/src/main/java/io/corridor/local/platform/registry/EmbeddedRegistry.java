package io.corridor.local.platform.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry on the loopback address. It speaks the part of Confluent's REST API that serdes
 * and build checks use and keeps everything in the broker's topic {@code _schemas}: ids survive any
 * crash.
 */
public final class EmbeddedRegistry implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

  private final ObjectMapper json = new ObjectMapper();
  private final SchemaLog log;
  private final RegistryApi api;
  private final HttpServer server;
  private final ExecutorService threads;

  private EmbeddedRegistry(SchemaLog log, HttpServer server, ExecutorService threads) {
    this.log = log;
    this.api = new RegistryApi(log);
    this.server = server;
    this.threads = threads;
  }

  /**
   * Reads the topic and starts to answer.
   *
   * @param bootstrapServers broker that keeps the topic
   * @param port loopback port, 0 for any free one
   */
  public static EmbeddedRegistry start(String bootstrapServers, int port) {
    SchemaLog log = new SchemaLog(bootstrapServers);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      ExecutorService threads =
          Executors.newFixedThreadPool(
              2, Thread.ofPlatform().daemon().name("registry-", 1).factory());
      EmbeddedRegistry registry = new EmbeddedRegistry(log, server, threads);
      server.setExecutor(threads);
      server.createContext("/", registry::handle);
      server.start();
      return registry;
    } catch (IOException e) {
      log.close();
      throw new UncheckedIOException("the registry cannot listen on port " + port, e);
    }
  }

  /** Address for clients. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Stops answering. */
  @Override
  public void close() {
    server.stop(0);
    threads.close();
    log.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      JsonNode answer;
      try {
        byte[] body = exchange.getRequestBody().readAllBytes();
        answer = api.answer(exchange.getRequestMethod(), path(exchange.getRequestURI()), body);
      } catch (RegistryProblem e) {
        status = e.status();
        answer = problem(e.code(), String.valueOf(e.getMessage()));
      } catch (RuntimeException e) {
        LOG.error("the registry cannot answer {}", exchange.getRequestMethod(), e);
        status = 500;
        answer = problem(50001, "The registry could not answer; see its log.");
      }
      byte[] bytes = json.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private JsonNode problem(int code, String message) {
    return json.createObjectNode().put("error_code", code).put("message", message);
  }

  private static List<String> path(URI uri) {
    return Arrays.stream(uri.getRawPath().split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
        .toList();
  }
}
