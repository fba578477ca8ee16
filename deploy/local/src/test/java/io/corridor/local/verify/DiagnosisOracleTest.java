package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.benchmark.risk.DiagnosisFacts;
import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.money.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The diagnoses that count for risk adjustment, by the product and by SQL, claim by claim. */
class DiagnosisOracleTest {
  private static final long SEED = 20260119L;
  private static final int CLAIMS = 3_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> BILLS =
      List.of("111", "117", "121", "131", "211", "221", "322", "411", "711", "771", "831", "851");
  private static final List<String> SERVICES =
      List.of(
          "99213", "99223", "G0438", "0191T", "0228T", "15011", "0950T", "80053", "71046", "A4253");
  private static final List<String> CODES =
      List.of("E119", "E1122", "I5032", "J449", "N1831", "C3490", "F200", "I10", "Z0000", "E8581");

  @TempDir Path directory;

  @Test
  @DisplayName("3,000 random claims of all kinds state the same diagnoses")
  void randomClaims() throws IOException, SQLException {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    List<Claim> claims =
        IntStream.range(0, CLAIMS).mapToObj(number -> claim(random, "C" + number)).toList();
    Set<List<String>> expected = new TreeSet<>(java.util.Comparator.comparing(List::toString));
    DiagnosisFacts facts = new DiagnosisFacts();
    for (Claim claim : claims) {
      for (Fact fact : facts.of(claim)) {
        String[] key = fact.row().split("\\|");
        expected.add(List.of(claim.claimId(), key[1], key[2]));
      }
    }
    try (OracleDatabase database = new OracleDatabase(directory)) {
      database.stage("00_macros");
      OracleRisk oracle = new OracleRisk(database);
      load(database, claims);
      oracle.diagnoses(new OracleInput(database));
      assertThat(database.rows("SELECT member, year, icd10 FROM risk_code"))
          .hasSizeGreaterThan(1_000)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** The claims as final actions, each under a member of its own named after it. */
  private static void load(OracleDatabase database, List<Claim> claims)
      throws SQLException, IOException {
    database.execute("CREATE TABLE claim_text (text VARCHAR)");
    try (DuckDBAppender rows = database.connection().createAppender("main", "claim_text")) {
      for (Claim claim : claims) {
        rows.beginRow();
        rows.append(JSON.writeValueAsString(json(claim)));
        rows.endRow();
      }
    }
    database.execute(
        """
        CREATE TABLE claim_final AS SELECT j.*, j.claimId AS surrogate FROM (
          SELECT json_transform(text, '{"payer":"VARCHAR","claimId":"VARCHAR","status":"VARCHAR","type":"VARCHAR",
            "through":"DATE","typeOfBill":"VARCHAR","principalDiagnosis":"VARCHAR","diagnoses":["VARCHAR"],
            "lines":[{"from":"DATE","hcpcs":"VARCHAR","denied":"BOOLEAN","diagnoses":["VARCHAR"]}]}') AS j FROM claim_text)\
        """);
  }

  private static ObjectNode json(Claim claim) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("payer", claim.payer())
            .put("claimId", claim.claimId())
            .put("status", claim.status().name())
            .put("type", claim.type().name())
            .put("through", claim.through().toString())
            .put("typeOfBill", claim.typeOfBill())
            .put("principalDiagnosis", claim.principalDiagnosis());
    claim.diagnoses().forEach(json.putArray("diagnoses")::add);
    ArrayNode lines = json.putArray("lines");
    for (ClaimLine line : claim.lines()) {
      ObjectNode one =
          lines
              .addObject()
              .put("from", line.from().toString())
              .put("hcpcs", line.hcpcs())
              .put("denied", line.denied());
      line.diagnoses().forEach(one.putArray("diagnoses")::add);
    }
    return json;
  }

  private static Claim claim(Random random, String id) {
    Claim.Type type = pick(random, List.of(Claim.Type.values()));
    LocalDate from = LocalDate.of(2015, 7, 1).plusDays(random.nextInt(4_300));
    LocalDate through = from.plusDays(random.nextInt(4) == 0 ? random.nextInt(60) : 0);
    List<ClaimLine> lines = new ArrayList<>();
    for (int number = 1; number <= 1 + random.nextInt(3); number++) {
      lines.add(line(random, number, from));
    }
    return new Claim(
        "P",
        id,
        random.nextInt(6) == 0 ? pick(random, List.of(Claim.Status.values())) : Claim.Status.PAID,
        type,
        Claim.PaymentKind.FEE_FOR_SERVICE,
        from,
        through,
        null,
        null,
        null,
        type == Claim.Type.INSTITUTIONAL && random.nextInt(20) > 0 ? pick(random, BILLS) : null,
        null,
        null,
        null,
        random.nextInt(4) == 0 ? null : pick(random, CODES),
        codes(random),
        List.of(),
        Instant.EPOCH,
        lines);
  }

  private static ClaimLine line(Random random, int number, LocalDate day) {
    @Nullable String service = random.nextInt(6) == 0 ? null : pick(random, SERVICES);
    return new ClaimLine(
        number,
        day,
        day,
        service,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Money.ZERO,
        null,
        random.nextInt(5) == 0,
        codes(random));
  }

  private static List<String> codes(Random random) {
    return IntStream.range(0, random.nextInt(3)).mapToObj(any -> pick(random, CODES)).toList();
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
