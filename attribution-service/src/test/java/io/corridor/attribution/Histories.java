package io.corridor.attribution;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Seeded histories of accepted changes: claims that are replaced, moved and voided, coverage that
 * begins late and ends in the past, selections that come and go, deaths.
 */
final class Histories {

  /** One accepted change. */
  record Change(Topic<?> topic, String key, SpecificRecord body) {}

  private static final List<String> TINS = List.of(Records.T1, Records.T2, Records.T3);
  private static final List<String> NPIS = List.of(Records.N1, Records.N2, Records.N3);
  private static final List<String> CODES = List.of("99213", "99214", "G0439", "99490", "80053");

  final List<Change> changes = new ArrayList<>();
  final Map<String, Claim> claims = new TreeMap<>();
  final Map<String, EnrollmentRecord> enrollment = new TreeMap<>();
  private final Random random;
  private final String member;
  private final List<String> specialties;

  private Histories(String member, long seed, List<String> specialties) {
    this.member = member;
    this.random = new Random(seed);
    this.specialties = specialties;
  }

  /** A history of one member who sees family physicians. */
  static Histories of(String member, long seed) {
    return of(member, seed, List.of("08"));
  }

  /** A history of one member who sees clinicians of these specialties. */
  static Histories of(String member, long seed, List<String> specialties) {
    Histories history = new Histories(member, seed, specialties);
    history.enroll();
    int claims = 4 + history.random.nextInt(14);
    for (int i = 0; i < claims; i++) {
      history.claim("c" + i);
    }
    return history;
  }

  private LocalDate day(int from, int days) {
    return LocalDate.of(2024, 1, 1).plusDays(from + random.nextInt(days));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void enroll() {
    LocalDate from = LocalDate.of(2024, 1, 1).plusMonths(random.nextInt(16));
    put("cov", Records.coverage("cov", from, null, from.plusDays(random.nextInt(90))));
    if (random.nextInt(2) == 0) {
      LocalDate last = from.plusDays(200 + random.nextInt(400));
      put("cov", Records.coverage("cov", from, last, last.plusDays(random.nextInt(60) - 30L)));
    }
    if (random.nextInt(3) == 0) {
      put("cov2", Records.coverage("cov2", day(400, 400), null, day(500, 300)));
    }
    if (random.nextInt(2) == 0) {
      LocalDate chosen = day(300, 400);
      put("sel", Records.selection("sel", any(NPIS), chosen, null));
      if (random.nextInt(2) == 0) {
        put("sel", Records.selection("sel", any(NPIS), chosen, chosen.plusDays(120)));
      }
    }
    put("per", Records.person("per", null, from));
    if (random.nextInt(5) == 0) {
      put("per", Records.person("per", day(500, 300), day(500, 300)));
    }
    if (random.nextInt(8) == 0) {
      put("cov", (EnrollmentRecord) null);
    }
  }

  private void claim(String id) {
    int versions = 1 + random.nextInt(3);
    for (int i = 0; i < versions; i++) {
      put(id, version(id, ClaimStatus.PAID));
    }
    int end = random.nextInt(6);
    if (end == 0) {
      put(id, (Claim) null);
    } else if (end == 1) {
      Claim last = claims.get(id);
      if (last != null) {
        put(id, Claim.newBuilder(last).setStatus(ClaimStatus.REVERSED).build());
      }
    }
  }

  private Claim version(String id, ClaimStatus status) {
    return Records.visit(
        id,
        status,
        day(100, 950),
        any(TINS),
        any(NPIS),
        specialties.size() == 1 ? specialties.getFirst() : any(specialties),
        any(CODES),
        (20 + random.nextInt(5)) + ".00",
        day(700, 100));
  }

  private void put(String id, @Nullable Claim after) {
    Claim before = claims.get(id);
    changes.add(
        new Change(Topics.CLAIM, member + "|P1|" + id, IntakeRecords.change(before, after)));
    if (after == null) {
      claims.remove(id);
    } else {
      claims.put(id, after);
    }
  }

  private void put(String id, @Nullable EnrollmentRecord after) {
    EnrollmentRecord before = enrollment.get(id);
    changes.add(
        new Change(Topics.ENROLLMENT, member + "|P1|" + id, IntakeRecords.change(before, after)));
    if (after == null) {
      enrollment.remove(id);
    } else {
      enrollment.put(id, after);
    }
  }

  /** The changes that void everything that still holds. */
  List<Change> voids() {
    List<Change> voids = new ArrayList<>();
    claims.forEach((id, claim) ->
        voids.add(
            new Change(Topics.CLAIM, member + "|P1|" + id, IntakeRecords.change(claim, null))));
    enrollment.forEach((id, record) ->
        voids.add(
            new Change(
                Topics.ENROLLMENT, member + "|P1|" + id, IntakeRecords.change(record, null))));
    return voids;
  }
}
