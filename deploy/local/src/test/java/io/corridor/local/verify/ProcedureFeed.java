package io.corridor.local.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Procedures of a feed's members that shake the rules of a case: few codes, days, clinicians,
 * places and amounts, so that several claims of a case, ties and stays around it are common. Equal
 * seeds give equal bytes.
 */
final class ProcedureFeed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "claim-procedures.ndjson";
  private static final Pattern MEMBER =
      Pattern.compile("\"payer\":\"([^\"]+)\".*\"member\":\"([^\"]+)\".*\"kind\":\"COVERAGE\"");
  private static final String[] CODES = {
    "45378", "45385", "G0121", "43239", "66984", "27447", "93306", "72148", "C9600"
  };
  private static final String[] OTHERS = {"99213", "00812", "J0585", "88305", "99223"};
  private static final String[] TESTS = {"80053", "85025", "71046", "72148", "93306", "36415"};
  private static final String[] PLACES = {"11", "19", "21", "22", "24", "12"};
  private static final String[] AMOUNTS = {
    "0.00", "100.00", "100.00", "150.00", "200.00", "250.01"
  };
  private static final String[] CLINICIANS = {"1999999001", "1999999002", "1999999003"};

  private final Random random;
  private final LocalDate first;
  private final int days;
  private final List<String> lines = new ArrayList<>();
  private String payer = "";
  private String member = "";

  private ProcedureFeed(long seed, LocalDate first, int days) {
    this.random = new Random(seed);
    this.first = first;
    this.days = days;
  }

  /**
   * Adds the procedures of so many days to a feed that is written; all are received before its end.
   */
  static void add(Path feed, long seed, LocalDate first, int days) throws IOException {
    ProcedureFeed procedures = new ProcedureFeed(seed, first, days);
    for (List<String> one : members(feed)) {
      procedures.payer = one.get(0);
      procedures.member = one.get(1);
      procedures.draw();
    }
    Files.write(feed.resolve(FILE), procedures.lines);
    Path manifest = feed.resolve("manifest.json");
    ObjectNode document = (ObjectNode) JSON.readTree(manifest.toFile());
    ((ArrayNode) document.get("files"))
        .addObject()
        .put("name", FILE)
        .put("recordType", "claim")
        .put("rows", procedures.lines.size());
    Files.writeString(manifest, document.toString());
  }

  private static List<List<String>> members(Path feed) throws IOException {
    TreeSet<String> members = new TreeSet<>();
    try (Stream<Path> files = Files.list(feed)) {
      for (Path file : files.filter(f -> f.getFileName().toString().matches("enroll.*")).toList()) {
        for (String line : Files.readAllLines(file)) {
          Matcher found = MEMBER.matcher(line);
          if (found.find()) {
            members.add(found.group(1) + "|" + found.group(2));
          }
        }
      }
    }
    return members.stream().map(member -> List.of(member.split("\\|"))).toList();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String[] values) {
    return values[random.nextInt(values.length)];
  }

  private void draw() {
    int times = random.nextInt(4);
    for (int n = 0; n < times; n++) {
      LocalDate day = first.plusDays(random.nextInt(days));
      procedure(day);
      if (chance(40)) {
        procedure(day.plusDays(chance(40) ? 0 : random.nextInt(9)));
      }
      if (chance(45)) {
        stay(day.minusDays(random.nextInt(4)), day.plusDays(random.nextInt(4)));
      }
      int tests = random.nextInt(4);
      for (int t = 0; t < tests; t++) {
        tests(day.minusDays(chance(40) ? 29 + random.nextInt(3) : random.nextInt(32) - 1));
      }
    }
  }

  /** Claims of clinicians and a facility for one procedure. */
  private void procedure(LocalDate day) {
    String code = pick(CODES);
    int clinicians = chance(5) ? 0 : 1 + random.nextInt(3);
    for (int n = 0; n < clinicians; n++) {
      ObjectNode claim = claim("PROFESSIONAL", day, day);
      String place = chance(93) ? pick(PLACES) : "";
      String npi = chance(90) ? pick(CLINICIANS) : "";
      int count = 1 + random.nextInt(3);
      for (int l = 1; l <= count; l++) {
        String billed = l == 1 || chance(25) ? code : chance(50) ? pick(CODES) : pick(OTHERS);
        ObjectNode line = line(claim, l, chance(90) ? day : day.plusDays(1)).put("hcpcs", billed);
        if (!place.isEmpty()) {
          line.put("placeOfService", place);
        }
        if (!npi.isEmpty()) {
          line.put("renderingNpi", npi).put("specialty", "10");
        }
      }
      send(claim);
    }
    if (chance(50)) {
      ObjectNode claim = claim("INSTITUTIONAL", day, day);
      claim.put("typeOfBill", chance(80) ? "131" : "831").put("facility", "990002");
      line(claim, 1, day).put("hcpcs", code).put("revenueCode", "0750");
      line(claim, 2, day).put("revenueCode", "0270");
      send(claim);
    }
  }

  /** A stay in one bill or two. */
  private void stay(LocalDate admitted, LocalDate discharged) {
    boolean interim = chance(30);
    LocalDate middle = admitted.plusDays(random.nextInt(3));
    stay(admitted, admitted, interim ? middle : discharged, interim ? "112" : "111");
    if (interim) {
      stay(admitted, middle.plusDays(1), middle.plusDays(4), "114");
    }
  }

  private void stay(LocalDate admitted, LocalDate from, LocalDate through, String bill) {
    ObjectNode claim = claim("INSTITUTIONAL", from, through);
    claim.put("typeOfBill", bill).put("facility", chance(80) ? "990002" : "990003");
    if (chance(85)) {
      claim.put("admitted", admitted.toString()).put("discharged", through.toString());
    }
    line(claim, 1, from).put("revenueCode", "0120").put("allowed", "5000.00");
    ObjectNode theatre = line(claim, 2, from).put("revenueCode", "0360");
    if (chance(15)) {
      theatre.put("hcpcs", pick(CODES));
    }
    send(claim);
  }

  private void tests(LocalDate day) {
    ObjectNode claim = claim("PROFESSIONAL", day, day);
    int count = 1 + random.nextInt(3);
    for (int l = 1; l <= count; l++) {
      line(claim, l, day).put("hcpcs", pick(TESTS)).put("placeOfService", "81");
    }
    send(claim);
  }

  private ObjectNode claim(String type, LocalDate from, LocalDate through) {
    ObjectNode claim = JSON.createObjectNode().put("payer", payer);
    claim.put("claimId", member + "-PROC-" + lines.size()).put("version", 1).put("status", "PAID");
    claim.put("type", type).put("paymentKind", chance(95) ? "FEE_FOR_SERVICE" : "CAPITATED");
    claim.put("member", member).put("from", from.toString()).put("through", through.toString());
    claim.put("billingTin", "000000901").put("codeSystem", "ICD10").put("sensitivity", "NORMAL");
    claim.put("receivedAt", through.plusDays(5 + random.nextInt(30)) + "T12:00:00Z");
    claim.putArray("lines");
    return claim;
  }

  private ObjectNode line(ObjectNode claim, int number, LocalDate day) {
    String amount = pick(AMOUNTS);
    ObjectNode line = ((ArrayNode) claim.get("lines")).addObject().put("line", number);
    line.put("from", day.toString()).put("through", day.toString()).put("units", "1");
    line.put("allowed", amount).put("paid", amount);
    if (claim.get("paymentKind").textValue().equals("CAPITATED") && chance(60)) {
      line.put("shadowAllowed", "120.00");
    }
    return line.put("denied", chance(6));
  }

  private void send(ObjectNode claim) {
    lines.add(claim.toString());
    if (chance(5)) {
      ObjectNode later = claim.deepCopy().put("version", 2);
      later.put("receivedAt", claim.get("receivedAt").textValue().replace("T12", "T18"));
      lines.add(later.put("status", chance(50) ? "REVERSED" : "PAID").toString());
    }
  }
}
