package io.corridor.common.boot;

import org.apache.kafka.streams.Topology;

/** The topology of a service: the one bean that it must supply. */
public interface ServiceTopology {

  /** Name of the service: part of its application id, stores and topics. */
  String service();

  /** Adds sources, processors, stores and sinks. */
  void addTo(Topology topology);
}
