package io.corridor.local.platform;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Processor time by part of the platform since the meter was made. Threads tell by their names
 * whose they are; what no Java thread accounts for (compiler, collector, RocksDB's own threads)
 * stands under {@code jvm}, child processes under {@code database}.
 */
public final class CpuMeter {

  private static final Pattern SERVICE = Pattern.compile("corridor-([a-z]+)");
  private static final Pattern PORTAL = Pattern.compile("(?i).*(portal|hikari).*");
  private static final Pattern LAUNCHER =
      Pattern.compile(
          "main|export-.*|kafka-admin-client-thread.*|progressbar.*|simulate.*|stop|start-.*");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Child> children;
  private final Map<Long, Long> before = byThread();
  private final long processBefore = process();
  private final long childrenBefore;

  /**
   * Starts to count.
   *
   * @param children child processes that count as well
   */
  public CpuMeter(List<Child> children) {
    this.children = List.copyOf(children);
    this.childrenBefore = children();
  }

  /** Nanoseconds by part; the parts sum to the whole process tree. */
  public Map<String, Long> nanos() {
    Map<String, Long> parts = new TreeMap<>();
    long threads = 0;
    for (Map.Entry<Long, Long> entry : byThread().entrySet()) {
      long spent = entry.getValue() - before.getOrDefault(entry.getKey(), 0L);
      threads += spent;
      parts.merge(part(THREADS.getThreadInfo(entry.getKey())), spent, Long::sum);
    }
    parts.put("jvm", Math.max(0, process() - processBefore - threads));
    parts.put("database", Math.max(0, children() - childrenBefore));
    return parts;
  }

  /** Whose thread it is. */
  static String part(@Nullable ThreadInfo thread) {
    return thread == null ? "ended" : part(thread.getThreadName());
  }

  static String part(String thread) {
    Matcher service = SERVICE.matcher(thread);
    if (service.find()) {
      return service.group(1).equals("platform") ? "launcher" : service.group(1);
    }
    if (PORTAL.matcher(thread).matches()) {
      return "portal";
    }
    if (LAUNCHER.matcher(thread).matches() || thread.startsWith("kafka-producer-network-thread")) {
      return "launcher";
    }
    if (thread.startsWith("registry-")) {
      return "registry";
    }
    return thread.startsWith("http-") ? "http" : "broker";
  }

  private static Map<Long, Long> byThread() {
    Map<Long, Long> times = new HashMap<>();
    for (long id : THREADS.getAllThreadIds()) {
      long time = THREADS.getThreadCpuTime(id);
      if (time > 0) {
        times.put(id, time);
      }
    }
    return times;
  }

  private static long process() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
        ? os.getProcessCpuTime()
        : 0;
  }

  private long children() {
    return children.stream()
        .flatMap(child -> ProcessHandle.of(child.pid()).stream())
        .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
        .mapToLong(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
        .sum();
  }
}
