package io.corridor.portal.program;

import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.EvaluationPair;
import io.corridor.schemas.ProgramEvaluation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads programs of a contract and their evaluations, for those who see it as a whole. */
public final class ProgramQueries {

  private static final String WHOLE = "(:all OR contract = ANY (:contracts))";

  private final ReadDatabase database;
  private final Bodies bodies;

  /** Reads through the scoped database. */
  public ProgramQueries(ReadDatabase database, Bodies bodies) {
    this.database = database;
    this.bodies = bodies;
  }

  /**
   * A stored evaluation.
   *
   * @param body what was found
   * @param knownAt what it rests on was known then
   */
  record Stored(ProgramEvaluation body, Instant knownAt) {}

  /** Programs of a contract with the number of members who take part, by name. */
  Map<String, Integer> programs(Scope scope, String contract) {
    return database.in(
        scope,
        jdbc -> {
          Map<String, Integer> programs = new LinkedHashMap<>();
          withScope(
                  jdbc.sql(
                      "SELECT program, count(enrolled_on) FROM portal.program_member WHERE "
                          + WHOLE
                          + " AND contract = :contract GROUP BY program ORDER BY program"),
                  scope)
              .param("contract", contract)
              .query((row, number) -> programs.put(row.getString(1), row.getInt(2)))
              .list();
          return programs;
        });
  }

  /** The latest evaluation of each program of a contract, by program. */
  List<Stored> latest(Scope scope, String contract) {
    return stored(scope, contract, "DISTINCT ON (program)", "");
  }

  /** Evaluations of one program, the latest first. */
  List<Stored> evaluations(Scope scope, String contract, String program) {
    return stored(scope, contract, "", program);
  }

  private List<Stored> stored(Scope scope, String contract, String distinct, String program) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT "
                            + distinct
                            + " body, known_at FROM portal.evaluation WHERE NOT ended AND "
                            + WHOLE
                            + " AND contract = :contract AND (:program = '' OR program = :program)"
                            + " ORDER BY program, business_date DESC"),
                    scope)
                .param("contract", contract)
                .param("program", program)
                .query((row, number) ->
                    new Stored(
                        bodies.evaluation(row.getBytes(1)).getBody(),
                        row.getTimestamp(2).toInstant()))
                .list());
  }

  /**
   * A matched patient and its controls, under opaque references.
   *
   * @param ref reference of the patient
   * @param controls references of its controls, in the order in which they were taken
   * @param months member months in the window
   * @param cost dollars of the patient in the window
   * @param controlCost mean dollars of its controls
   * @param difference savings of a month
   */
  public record Pair(
      String ref,
      List<String> controls,
      String months,
      String cost,
      String controlCost,
      String difference) {}

  /** What the figures of an evaluation are made of; empty when there is no such evaluation. */
  public Optional<List<Pair>> pairs(Scope scope, String contract, String program, LocalDate day) {
    return evaluations(scope, contract, program).stream()
        .filter(stored -> stored.body().getBusinessDate().equals(day))
        .findFirst()
        .map(stored -> pairs(scope, stored.body().getPairs()));
  }

  private List<Pair> pairs(Scope scope, List<EvaluationPair> pairs) {
    Set<String> members = new TreeSet<>();
    pairs.forEach(pair -> {
      members.add(pair.getMember());
      members.addAll(pair.getControls());
    });
    Map<String, String> refs = new HashMap<>();
    database.in(
        scope,
        jdbc ->
            jdbc.sql("SELECT member, ref FROM portal.member WHERE member = ANY (:members)")
                .param("members", members.toArray(String[]::new))
                .query((row, number) -> refs.put(row.getString(1), row.getString(2)))
                .list());
    return pairs.stream()
        .map(pair ->
            new Pair(
                refs.getOrDefault(pair.getMember(), ""),
                pair.getControls().stream().map(one -> refs.getOrDefault(one, "")).toList(),
                pair.getMonths(),
                pair.getCost(),
                pair.getControlCost(),
                pair.getDifference()))
        .toList();
  }

  /**
   * Runs something that looks up members, all in one reading.
   *
   * @param payer whose numbers are meant
   */
  <T> T lookingUp(Scope scope, String payer, Function<Enrolled.Members, T> reading) {
    return database.in(
        scope, jdbc -> reading.apply(name -> member(jdbc, payer, name).orElse(null)));
  }

  private static Optional<String> member(JdbcClient jdbc, String payer, String name) {
    return jdbc.sql(
            """
            SELECT coalesce(i.root, p.member) FROM portal.person p
            LEFT JOIN portal.identity i ON i.member = p.member
            WHERE p.payer = :payer AND NOT p.ended
              AND (p.member_number = :name OR p.member = :name)
            ORDER BY p.version DESC LIMIT 1
            """)
        .param("payer", payer)
        .param("name", name)
        .query(String.class)
        .optional();
  }

  /** The day on which the last member entered a program. */
  Optional<LocalDate> lastEnrollment(String contract, String program) {
    return database.in(
        Scope.ALL,
        jdbc ->
            jdbc.sql(
                    "SELECT max(enrolled_on) FROM portal.program_member"
                        + " WHERE contract = :contract AND program = :program")
                .param("contract", contract)
                .param("program", program)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single());
  }
}
