package io.corridor.local.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.common.id.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A small feed and one contract, written as a user would, and the oracle over them. */
final class OracleFixture {
  static final String SECRET = "fixture";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> STAGES =
      Stream.concat(Oracle.ATTRIBUTION.stream(), Oracle.ANSWERS.stream()).toList();

  private final Path directory;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private final Map<String, String> terms = new LinkedHashMap<>();
  private final Map<String, List<String>> records = new LinkedHashMap<>();
  private final Map<String, UnaryOperator<String>> others = new LinkedHashMap<>();

  OracleFixture(Path directory) {
    this.directory = directory;
    terms.put("methods", "[PLURALITY_VISITS]");
    terms.put("lob", "COMMERCIAL");
    terms.put("years", "[{ year: 2025, from: 2025-01-01, lastDay: 2025-12-31 }]");
    terms.put("participants", "[{ tin: T1, from: 2020-01-01 }, { tin: T2, from: 2020-01-01 }]");
    terms.put("effectiveFrom", "2020-01-01");
    terms.put("eligibility", "false");
    terms.put("anchor", "LAST_DAY");
    terms.put("memberMonths", "ANY_DAY");
    terms.put("basis", "ALLOWED");
    terms.put("stopLoss", "");
    terms.put("quality", "");
    terms.put("attribution", "");
    terms.put("cost", "");
    terms.put(
        "settlement", "{ shape: ONE_SIDED, sharePercent: \"0.5\", minimumSavingsRate: \"0.02\" }");
    for (String type :
        List.of("claim", "enrollment", "affiliation", "adt", "outreach", "identity", "premium")) {
      lines.put(type, new ArrayList<>());
    }
  }

  OracleFixture terms(String name, String value) {
    terms.put(name, value);
    return this;
  }

  /** Another contract of the payer, like the first but for its practice and without cost terms. */
  OracleFixture another(String contract, String tin) {
    others.put(
        contract,
        text ->
            text.replace(terms.get("participants"), "[{ tin: " + tin + ", from: 2020-01-01 }]")
                .replace(terms.get("cost"), ""));
    return this;
  }

  /**
   * Another contract of the payer with the same members, like the first but for its terms of cost:
   * one derivation answers for both.
   */
  OracleFixture alike(String contract, String cost) {
    others.put(contract, text -> text.replace(terms.get("cost"), cost));
    return this;
  }

  /** Another contract of the payer with the same members, like the first but for its settlement. */
  OracleFixture settled(String contract, String settlement) {
    others.put(contract, text -> text.replace(terms.get("settlement"), settlement));
    return this;
  }

  /** The contract from a day on, like before but for its settlement. */
  OracleFixture amended(String from, String settlement) {
    others.put(
        "C",
        text ->
            text.replace("version: 1\n", "version: 2\n")
                .replace("effectiveFrom: " + terms.get("effectiveFrom"), "effectiveFrom: " + from)
                .replace(terms.get("settlement"), settlement));
    return this;
  }

  OracleFixture enrolled(String member, String from, String lastDay) {
    return line(
        "enrollment",
        """
        {"payer":"P","recordId":"%s-%s","version":1,"status":"ACTIVE","member":"%s","receivedAt":"2000-01-01T00:00:00Z",
         "kind":"COVERAGE","coverage":{"lineOfBusiness":"COMMERCIAL","from":"%s","lastDay":"%s","partA":true,"partB":true,
         "managedCare":false,"dual":false,"esrd":false,"disabled":false,"waiver":false,"optedOut":false}}\
        """
            .formatted(member, from, member, from, lastDay));
  }

  OracleFixture person(String member, String birth, String sex) {
    return line(
        "enrollment",
        """
        {"payer":"P","recordId":"%s-person","version":1,"status":"ACTIVE","member":"%s","receivedAt":"2000-01-01T00:00:00Z",
         "kind":"PERSON","person":{"birthDate":"%s","sex":"%s"}}\
        """
            .formatted(member, member, birth, sex));
  }

  /** One version of a professional claim of one line. */
  OracleFixture visit(
      String claim,
      int version,
      String status,
      String member,
      String day,
      String tin,
      String npi,
      String specialty,
      String hcpcs,
      String allowed,
      String received) {
    return line(
        "claim",
        """
        {"payer":"P","claimId":"%s","version":%d,"status":"%s","type":"PROFESSIONAL","paymentKind":"FEE_FOR_SERVICE",
         "member":"%s","from":"%s","through":"%s","billingTin":"%s","codeSystem":"ICD10","receivedAt":"%sT00:00:00Z",
         "lines":[{"line":1,"from":"%s","through":"%s","hcpcs":"%s","renderingNpi":"%s","specialty":"%s","allowed":"%s",
         "paid":"%s","denied":false}]}\
        """
            .formatted(
                claim, version, status, member, day, day, tin, received, day, day, hcpcs, npi,
                specialty, allowed, allowed));
  }

  OracleFixture line(String type, String json) {
    lines.get(type).add(json.replace("\n", ""));
    return this;
  }

  /** A record that a person made in the portal: its fields besides id, payer and member. */
  OracleFixture acted(
      String topic, String member, String of, String user, String at, String fields) {
    List<String> topicRecords = records.computeIfAbsent(topic, t -> new ArrayList<>());
    String surrogate = MemberId.surrogate(SECRET, "P", member).value();
    topicRecords.add(
        """
        {"key":"%s|%s","envelope":{"op":"CREATE"},"body":{"actionId":"%d","payer":"P","member":"%s","contract":"C",\
        "user":"%s","at":"%s",%s}}\
        """
            .formatted(surrogate, of, topicRecords.size(), surrogate, user, at, fields));
    return this;
  }

  /** The year's lists are final since the cut of its closing. */
  OracleFixture closed(String since) {
    records
        .computeIfAbsent("settlement.period.v1", t -> new ArrayList<>())
        .add(
            """
            {"key":"C|2025","envelope":{"op":"CREATE"},"body":{"contract":"C","period":"2025","from":"2025-01-01",\
            "until":"2026-01-01","listFinalSince":"%s"}}\
            """
                .formatted(since));
    return this;
  }

  /** Writes the topics beside other results. */
  void people(Path results) throws IOException {
    Files.createDirectories(results);
    for (Map.Entry<String, List<String>> topic : records.entrySet()) {
      Files.write(results.resolve(topic.getKey() + ".ndjson"), topic.getValue());
    }
  }

  Path feed() throws IOException {
    Path feed = Files.createDirectories(directory.resolve("feed"));
    ObjectNode manifest =
        JSON.createObjectNode().put("feed", "fixture").put("asOf", "2026-12-31T00:00:00Z");
    var files = manifest.putArray("files");
    for (Map.Entry<String, List<String>> type : lines.entrySet()) {
      if (!type.getValue().isEmpty()) {
        String name = type.getKey() + ".ndjson";
        Files.write(feed.resolve(name), type.getValue());
        files
            .addObject()
            .put("name", name)
            .put("recordType", type.getKey())
            .put("rows", type.getValue().size());
      }
    }
    Files.writeString(feed.resolve("manifest.json"), manifest.toString());
    return feed;
  }

  Path contract() throws IOException {
    Path file = directory.resolve("contract.yaml");
    Files.writeString(
        file,
        """
        contract: C
        version: 1
        payer: P
        lineOfBusiness: %s
        aco: A
        acoName: A
        effectiveFrom: %s
        performanceYears: %s
        participants: %s
        attribution:
          methods: %s
          windowMonths: 12
          tieBreaks: [RECENCY, ALLOWED]
          anchor: %s
          officeVisitsArePrimaryCare: false
          excludeDuals: %s
          requirePartsAandB: %s
          %s
        memberMonths: %s
        amountBasis: %s
        scope: []
        %s
        budget:
          - { year: 2025, category: ALL, pmpm: "100.005" }
        %s
        %s
        settlement: %s
        minLives: 1
        contactDue: CONTACT_48H
        visitDays: 14
        zone: America/New_York
        """
            .formatted(
                terms.get("lob"),
                terms.get("effectiveFrom"),
                terms.get("years"),
                terms.get("participants"),
                terms.get("methods"),
                terms.get("anchor"),
                terms.get("eligibility"),
                terms.get("eligibility"),
                terms.get("attribution"),
                terms.get("memberMonths"),
                terms.get("basis"),
                terms.get("stopLoss"),
                terms.get("cost"),
                terms.get("quality"),
                terms.get("settlement")));
    return file;
  }

  /** The oracle after all stages. */
  Oracle derive(String businessDate, Optional<String> cut) throws IOException, SQLException {
    Oracle oracle = loaded();
    oracle.derive(LocalDate.parse(businessDate), cut.map(LocalDateTime::parse), STAGES);
    return oracle;
  }

  /**
   * The oracle after the stages through one: an example need not wait for what it does not read.
   */
  Oracle derive(String businessDate, String lastStage) throws IOException, SQLException {
    int last = STAGES.indexOf(lastStage);
    if (last < 0) {
      throw new IllegalArgumentException("no stage " + lastStage);
    }
    Oracle oracle = loaded();
    oracle.derive(LocalDate.parse(businessDate), Optional.empty(), STAGES.subList(0, last + 1));
    return oracle;
  }

  /** The oracle after the stages of a forecast. */
  Oracle forecast(String businessDate, String until) throws IOException, SQLException {
    Oracle oracle = loaded();
    oracle.forecast(LocalDate.parse(businessDate), LocalDate.parse(until));
    return oracle;
  }

  private Oracle loaded() throws IOException, SQLException {
    Oracle oracle = new Oracle(directory.resolve("spill"));
    oracle.codes();
    oracle.input().feed(feed());
    Path contract = contract();
    oracle.input().contracts(contract);
    for (Map.Entry<String, UnaryOperator<String>> other : others.entrySet()) {
      Path file = directory.resolve(other.getKey() + ".yaml");
      Files.writeString(
          file,
          other
              .getValue()
              .apply(Files.readString(contract))
              .replace("contract: C\n", "contract: " + other.getKey() + "\n"));
      oracle.input().contracts(file);
    }
    oracle.input().surrogates(SECRET);
    Path people = directory.resolve("people");
    people(people);
    for (String topic : records.keySet()) {
      oracle.input().topic(people, topic);
    }
    return oracle;
  }
}
