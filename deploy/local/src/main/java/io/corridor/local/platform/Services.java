package io.corridor.local.platform;

import io.corridor.attribution.AttributionApplication;
import io.corridor.benchmark.BenchmarkApplication;
import io.corridor.intake.IntakeApplication;
import io.corridor.notification.NotificationApplication;
import io.corridor.portal.PortalApplication;
import io.corridor.quality.QualityApplication;
import io.corridor.settlement.SettlementApplication;
import java.util.List;

/** The services of the platform, in the order in which they start. */
public final class Services {

  private Services() {}

  /** All of them. */
  public static List<ServiceDefinition> all() {
    return List.of(
        new ServiceDefinition("intake", IntakeApplication.class, false),
        new ServiceDefinition("attribution", AttributionApplication.class, false),
        new ServiceDefinition("benchmark", BenchmarkApplication.class, false),
        new ServiceDefinition("quality", QualityApplication.class, false),
        new ServiceDefinition("settlement", SettlementApplication.class, false),
        new ServiceDefinition("notification", NotificationApplication.class, false),
        new ServiceDefinition("portal", PortalApplication.class, true));
  }

  /** Those that turn records into records: all that a job needs whose results are files. */
  public static List<ServiceDefinition> withoutPages() {
    return all().stream().filter(service -> !service.database()).toList();
  }

  /**
   * The service of this name.
   *
   * @throws PlatformException PLATFORM_SERVICE when there is none
   */
  public static ServiceDefinition named(String name) {
    return all().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new PlatformException(
                "PLATFORM_SERVICE",
                "no service is called "
                    + name
                    + "; there are "
                    + String.join(", ", all().stream().map(ServiceDefinition::name).toList())));
  }
}
