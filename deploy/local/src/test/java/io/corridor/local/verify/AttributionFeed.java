package io.corridor.local.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A feed that shakes the rules of attribution: few practices, clinicians and amounts, so that ties
 * and overlaps are common, and every code of the list, place, bucket and flag drawn now and then.
 * Equal seeds give equal bytes.
 */
final class AttributionFeed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate AS_OF = LocalDate.of(2025, 12, 10);
  private static final String[] AMOUNTS = {"40.00", "50.00", "60.00", "100.00", "0.00"};
  private static final String[] COMMON = {"99213", "99214", "G0439", "99212", "99490"};
  private static final String[] PLACES = {"11", "11", "11", "11", "21", "23", "31", "12"};

  /** Payer whose contracts have an alignment campaign, and where its members live. */
  static final String CAMPAIGN = "CAM";

  private static final String[] ZIPS = {"01001", "01002", "01101", "02108", "09998", "09999"};
  private static final String[] COUNTIES = {"013", "015", "017"};

  private static final String[] DIAGNOSES = {
    "I10", "I10", "E1122", "I5032", "J449", "N1831", "C61", "F200", "E119", "D66"
  };

  /** Specialty, or a taxonomy after a slash; empty: the line says nothing. */
  private static final String[] CLINICIANS = {
    "11",
    "08",
    "38",
    "11",
    "50",
    "97",
    "89",
    "06",
    "13",
    "26",
    "93",
    "/207Q00000X",
    "/207N00000X",
    ""
  };

  private final Random random;
  private final List<String> codes;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private String payer = "";
  private String lineOfBusiness = "";
  private LocalDate from = AS_OF;
  private LocalDate until = AS_OF;

  private AttributionFeed(long seed) throws IOException {
    this.random = new Random(seed);
    this.codes =
        OracleDatabase.resource("/verify/codes/primary_care_services.csv")
            .lines()
            .skip(1)
            .map(row -> row.substring(0, row.indexOf(',')))
            .toList();
    for (String type : List.of("enrollment", "affiliation", "claim")) {
      lines.put(type, new ArrayList<>());
    }
  }

  /**
   * Writes the feed of four payers: Medicare now and in the years of older lists, commercial, and
   * Medicaid, whose members see few practices and live near some of them.
   */
  static void write(Path directory, long seed, int members) throws IOException {
    AttributionFeed feed = new AttributionFeed(seed);
    feed.affiliations();
    feed.population("MED", "MEDICARE", members, LocalDate.of(2022, 6, 1), AS_OF);
    feed.population("COM", "COMMERCIAL", members / 2, LocalDate.of(2022, 10, 1), AS_OF);
    feed.population(
        "OLD", "MEDICARE", members / 4, LocalDate.of(2015, 10, 1), LocalDate.of(2022, 12, 31));
    feed.population(CAMPAIGN, "MEDICAID", members, LocalDate.of(2023, 6, 1), AS_OF);
    feed.files(directory);
  }

  private void population(
      String name, String line, int members, LocalDate first, LocalDate afterwards) {
    payer = name;
    lineOfBusiness = line;
    from = first;
    until = afterwards;
    for (int i = 1; i <= members; i++) {
      String member = name + "-" + i;
      coverage(member);
      person(member);
      selections(member);
      choices(member);
      stays(member);
      int home = random.nextInt(7);
      int claims =
          payer.equals(CAMPAIGN)
              ? random.nextInt(4)
              : (3 + random.nextInt(9)) * (int) (1 + from.until(until).toTotalMonths() / 48);
      for (int c = 1; c <= claims; c++) {
        claim(member, member + "-C" + c, home);
      }
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String[] values) {
    return values[random.nextInt(values.length)];
  }

  private LocalDate day() {
    return from.plusDays(random.nextInt((int) (until.toEpochDay() - from.toEpochDay())));
  }

  private static String npi(int clinician) {
    return "10000000" + (10 + clinician);
  }

  private static String tin(int practice) {
    return "10000000" + (1 + practice);
  }

  /** Clinicians 0 to 13 work at one or two of seven practices; one moves, one has no practice. */
  private void affiliations() {
    for (int clinician = 0; clinician < 13; clinician++) {
      affiliation(clinician, clinician % 7, "2015-01-01", clinician == 3 ? "2024-08-31" : null);
      if (clinician == 3 || clinician % 4 == 1) {
        affiliation(
            clinician, (clinician + 2) % 7, clinician == 3 ? "2024-09-01" : "2015-01-01", null);
      }
    }
  }

  private void affiliation(int clinician, int practice, String first, String last) {
    ObjectNode link = JSON.createObjectNode().put("npi", npi(clinician)).put("tin", tin(practice));
    link.put("accepting", true).put("from", first);
    if (last != null) {
      link.put("lastDay", last);
    }
    link.put("version", 1).put("status", "ACTIVE").put("receivedAt", "2015-01-01T00:00:00Z");
    add("affiliation", link);
  }

  private ObjectNode enrollment(String member, String record, String kind) {
    return JSON.createObjectNode()
        .put("payer", payer)
        .put("recordId", record)
        .put("version", 1)
        .put("status", "ACTIVE")
        .put("member", member)
        .put("receivedAt", from + "T00:00:00Z")
        .put("kind", kind);
  }

  private void coverage(String member) {
    boolean gap = chance(15);
    boolean overlap = !gap && chance(10);
    boolean[] held = {!chance(5), !chance(5), chance(5)};
    LocalDate middle = day().withDayOfMonth(1);
    for (int part = 0; part < 2; part++) {
      ObjectNode record = enrollment(member, member + "-V" + part, "COVERAGE");
      ObjectNode span = record.putObject("coverage").put("lineOfBusiness", lineOfBusiness);
      LocalDate first = part == 0 ? from.withDayOfMonth(1) : middle.plusMonths(gap ? 2 : 0);
      span.put("from", first.toString());
      if (part == 0) {
        span.put("lastDay", (overlap ? middle.plusDays(40) : middle.minusDays(1)).toString());
      } else if (chance(15)) {
        span.put("lastDay", first.plusDays(random.nextInt(500)).toString());
      }
      if (part == 0 && !middle.isAfter(first)) {
        continue;
      }
      if (part == 1 && !overlap) {
        held = new boolean[] {!chance(5), !chance(5), chance(5)};
      }
      span.put("partA", held[0]).put("partB", held[1]).put("managedCare", held[2]);
      span.put("dual", chance(10)).put("esrd", chance(4));
      span.put("disabled", chance(10)).put("waiver", false);
      span.put("optedOut", chance(4));
      if (chance(70)) {
        span.put("state", chance(6) ? "59" : "IL");
      }
      if (chance(4)) {
        span.put("exclusiveProgram", "OTHER-PROGRAM");
      }
      if (payer.equals(CAMPAIGN)) {
        span.put("zip", pick(ZIPS)).put("county", pick(COUNTIES));
      }
      add("enrollment", record);
    }
  }

  private void person(String member) {
    ObjectNode record = enrollment(member, member + "-P", "PERSON");
    String birth = "19%02d-%02d-11".formatted(30 + random.nextInt(50), 1 + random.nextInt(12));
    ObjectNode person = record.putObject("person").put("birthDate", birth);
    person.put("sex", chance(50) ? "FEMALE" : "MALE");
    if (chance(6)) {
      person.put("deathDate", day().toString());
    }
    add("enrollment", record);
  }

  private void selections(String member) {
    int selections = chance(40) ? 1 + random.nextInt(3) : 0;
    for (int s = 1; s <= selections; s++) {
      ObjectNode record = enrollment(member, member + "-S" + s, "PCP_SELECTION");
      LocalDate first = day();
      ObjectNode selection = record.putObject("selection").put("npi", npi(random.nextInt(14)));
      selection.put("chosenBy", pick(new String[] {"MEMBER", "MEMBER", "AUTO", "STAFF"}));
      selection.put("from", first.toString());
      if (chance(60)) {
        selection.put("lastDay", first.plusDays(random.nextInt(500)).toString());
      }
      add("enrollment", record);
    }
  }

  private void choices(String member) {
    for (String what : List.of("ATTRIBUTION", "DATA_SHARING")) {
      if (chance(8)) {
        LocalDate first = day();
        ObjectNode record = enrollment(member, member + "-" + what, "CHOICE");
        ObjectNode choice =
            record.putObject("choice").put("what", what).put("from", first.toString());
        if (chance(60)) {
          choice.put("lastDay", first.plusDays(random.nextInt(400)).toString());
        }
        add("enrollment", record);
      }
    }
  }

  /** Stays in hospitals and nursing facilities that visits are held against. */
  private void stays(String member) {
    int stays = chance(40) ? 1 + random.nextInt(2) : 0;
    for (int s = 1; s <= stays; s++) {
      LocalDate first = day();
      LocalDate last = first.plusDays(random.nextInt(120));
      if (last.isBefore(AS_OF.minusDays(60))) {
        ObjectNode claim = header(member, member + "-T" + s, "INSTITUTIONAL", first, last);
        claim.put("typeOfBill", pick(new String[] {"111", "211", "181", "121"}));
        claim.put("admitted", first.toString()).put("discharged", last.toString());
        claim.put("facility", "F1");
        ObjectNode line = line(claim.putArray("lines"), 1, first);
        line.put("revenueCode", "0120").put("allowed", "900.00").put("paid", "900.00");
        add("claim", claim);
      }
    }
  }

  private ObjectNode header(
      String member, String id, String type, LocalDate first, LocalDate last) {
    LocalDate received = last.plusDays(5 + random.nextInt(40));
    ObjectNode claim = JSON.createObjectNode().put("payer", payer).put("claimId", id);
    claim.put("version", 1).put("status", "PAID").put("type", type);
    claim.put("paymentKind", "FEE_FOR_SERVICE").put("member", member);
    claim.put("from", first.toString()).put("through", last.toString());
    String diagnosis = pick(DIAGNOSES);
    claim.put("codeSystem", "ICD10").put("principalDiagnosis", diagnosis);
    claim.put("sensitivity", "NORMAL").putArray("diagnoses").add(diagnosis).add(pick(DIAGNOSES));
    return claim.put("receivedAt", received + "T00:00:00Z");
  }

  private static ObjectNode line(ArrayNode claim, int number, LocalDate day) {
    ObjectNode line = claim.addObject().put("line", number).put("denied", false);
    return line.put("from", day.toString()).put("through", day.toString());
  }

  private void claim(String member, String id, int home) {
    LocalDate day = chance(30) ? day().withDayOfMonth(15) : day();
    boolean clinic = chance(6);
    ObjectNode claim = header(member, id, clinic ? "INSTITUTIONAL" : "PROFESSIONAL", day, day);
    if (clinic) {
      claim.put("typeOfBill", pick(new String[] {"711", "771", "131"})).put("facility", "F2");
    }
    if (chance(97)) {
      claim.put("billingTin", tin(chance(60) ? home : random.nextInt(7)));
    }
    if (chance(4)) {
      claim.put("paymentKind", "CAPITATED");
    }
    int count = chance(85) ? 1 : 2;
    ArrayNode services = claim.putArray("lines");
    int clinician = random.nextInt(CLINICIANS.length);
    for (int n = 1; n <= count; n++) {
      service(line(services, n, day), chance(80) ? clinician : random.nextInt(14), clinic);
    }
    if (chance(6)) {
      claim.put("status", chance(50) ? "DENIED" : "PENDED");
    }
    if (chance(70)) {
      claim.put("paidOn", day.plusDays(random.nextInt(100)).toString());
    }
    if (claim.get("receivedAt").textValue().compareTo(AS_OF.toString()) < 0) {
      add("claim", claim);
      if (chance(5)) {
        ObjectNode reversed = claim.deepCopy().put("version", 2).put("status", "REVERSED");
        add(
            "claim",
            reversed.put("receivedAt", claim.get("receivedAt").textValue().replace("T00", "T12")));
      }
    }
  }

  private void service(ObjectNode line, int clinician, boolean clinic) {
    int draw = random.nextInt(100);
    String code = draw < 55 ? pick(COMMON) : codes.get(random.nextInt(codes.size()));
    if (draw >= 95) {
      code =
          pick(
              new String[] {
                "99354", "99355", "99395", "99385", "70553", "G0463", "99441", "G2012"
              });
    }
    if (clinic && chance(50)) {
      line.put("revenueCode", pick(new String[] {"0521", "0522", "0524", "0525", "0300"}));
    } else {
      line.put("hcpcs", code);
    }
    if (!clinic && chance(90)) {
      line.put("placeOfService", pick(PLACES));
    }
    if (chance(96)) {
      line.put("renderingNpi", npi(clinician));
    }
    String kind = CLINICIANS[clinician];
    if (kind.startsWith("/")) {
      line.put("taxonomy", kind.substring(1));
    } else if (!kind.isEmpty()) {
      line.put("specialty", kind);
    }
    String amount = pick(AMOUNTS);
    if (chance(92)) {
      line.put("allowed", amount);
    }
    line.put("paid", chance(50) ? amount : "30.00");
    if (chance(50)) {
      line.put("shadowAllowed", "45.00");
    }
    if (chance(4)) {
      line.put("denied", true);
    }
  }

  private void add(String type, ObjectNode record) {
    lines.get(type).add(record.toString());
  }

  private void files(Path directory) throws IOException {
    Files.createDirectories(directory);
    ObjectNode manifest =
        JSON.createObjectNode().put("feed", "attribution").put("asOf", AS_OF + "T00:00:00Z");
    ArrayNode files = manifest.put("mode", "append").putArray("files");
    for (Map.Entry<String, List<String>> type : lines.entrySet()) {
      String name = type.getKey() + ".ndjson";
      Files.write(directory.resolve(name), type.getValue());
      files.addObject().put("name", name).put("recordType", type.getKey());
    }
    Files.writeString(directory.resolve("manifest.json"), manifest.toString());
  }
}
