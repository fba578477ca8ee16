package io.corridor.portal.readmodel;

import io.corridor.common.care.Contract;
import io.corridor.common.terms.TermsMapper;
import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.Grant;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Participant;
import io.corridor.schemas.TermsValue;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every page asks first: who sees what, which contracts there are, and what day it is. */
public final class Reference {

  private final ReadDatabase database;
  private final Bodies bodies;
  private final InstantSource clock;

  /** Reads reference rows. */
  public Reference(ReadDatabase database, Bodies bodies, InstantSource clock) {
    this.database = database;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** The rows that a grant opens now. */
  public Scope scope(Grant grant) {
    if (grant.acos().contains(Grant.EVERY)) {
      return Scope.ALL;
    }
    return database.in(
        Scope.ALL, jdbc -> new Scope(false, contracts(jdbc, grant), tins(jdbc, grant)));
  }

  private static Set<String> contracts(JdbcClient jdbc, Grant grant) {
    Map<String, Set<String>> byAco = new TreeMap<>();
    jdbc.sql("SELECT DISTINCT aco, contract FROM portal.terms WHERE NOT ended")
        .query((row, number) ->
            byAco.computeIfAbsent(row.getString(1), aco -> new HashSet<>()).add(row.getString(2)))
        .list();
    Set<String> contracts = new HashSet<>();
    if (grant.acos().contains(Grant.FIRST)) {
      byAco.values().stream().findFirst().ifPresent(contracts::addAll);
    }
    grant.acos().forEach(aco -> contracts.addAll(byAco.getOrDefault(aco, Set.of())));
    return contracts;
  }

  private static Set<String> tins(JdbcClient jdbc, Grant grant) {
    Set<String> tins = new HashSet<>(grant.tins());
    if (tins.remove(Grant.LARGEST)) {
      jdbc.sql(
              "SELECT tin FROM portal.assignment WHERE NOT ended AND tin IS NOT NULL"
                  + " GROUP BY tin ORDER BY count(*) DESC, tin LIMIT 1")
          .query(String.class)
          .optional()
          .ifPresent(tins::add);
    }
    return tins;
  }

  /** The day and moment that pages show, in a zone. */
  public BusinessClock clock(ZoneId zone) {
    Instant wall = clock.instant();
    return database.in(
        Scope.ALL,
        jdbc ->
            jdbc.sql(
                    "SELECT (SELECT business_date FROM portal.business_date) AS day,"
                        + " (SELECT max(known_at) FROM portal.alert) AS newest")
                .query((row, number) ->
                    BusinessClock.of(
                        row.getObject("day", LocalDate.class),
                        wall,
                        instant(row.getTimestamp("newest")),
                        zone))
                .single());
  }

  /** Contracts in scope at their highest version that is in force, by id. */
  public List<ContractInfo> contracts(Scope scope) {
    List<ContractInfo> all = versions(scope);
    LocalDate day = clock(ZoneOffset.UTC).today();
    Map<String, ContractInfo> best = new LinkedHashMap<>();
    all.stream()
        .sorted(
            Comparator.comparing(ContractInfo::id)
                .thenComparing(info -> info.terms().effectiveFrom().isAfter(day))
                .thenComparingInt(info -> -info.terms().version()))
        .forEach(info -> best.putIfAbsent(info.id(), info));
    return List.copyOf(best.values());
  }

  /** One contract in scope. */
  public Optional<ContractInfo> contract(Scope scope, String id) {
    return contracts(scope).stream().filter(info -> info.id().equals(id)).findFirst();
  }

  private List<ContractInfo> versions(Scope scope) {
    return database.in(
        scope,
        jdbc ->
            jdbc.sql(
                    "SELECT body FROM portal.terms WHERE NOT ended AND"
                        + " (:all OR contract = ANY (:contracts) OR tins && :tins::text[])")
                .param("all", scope.all())
                .param("contracts", scope.contracts().toArray(String[]::new))
                .param("tins", scope.tins().toArray(String[]::new))
                .query((row, number) -> info(bodies.terms(row.getBytes(1))))
                .list());
  }

  private static ContractInfo info(TermsValue value) {
    ContractTerms terms = value.getBody();
    Contract contract = TermsMapper.contract(terms);
    Map<String, String> names = new TreeMap<>();
    for (Participant participant : terms.getParticipants()) {
      if (participant.getName() != null) {
        names.put(participant.getTin(), participant.getName());
      }
    }
    return new ContractInfo(contract, terms.getAcoName(), names);
  }

  static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
