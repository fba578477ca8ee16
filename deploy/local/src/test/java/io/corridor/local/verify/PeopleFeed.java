package io.corridor.local.verify;

import io.corridor.common.id.MemberId;
import io.corridor.schemas.CampaignAction;
import io.corridor.schemas.DisputeAction;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/**
 * What people recorded beside a feed: letters of the alignment campaign, answers and declines, and
 * the steps of disputes, drawn so that many come too early, too late, twice or from the wrong
 * person. Equal seeds give equal actions.
 */
final class PeopleFeed {
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);
  private static final int DAYS = 670;
  private static final String[] USERS = {"ann", "bob", "cat"};
  private static final String[] TYPES = {
    "NOT_MY_PATIENT", "SHOULD_BE_MINE", "WRONG_NPI", "DECEASED", "MOVED"
  };
  private static final String[] STEPS = {
    "REVIEW", "REVIEW", "UPHOLD", "UPHOLD", "PARTIAL", "REJECT", "ADD_EVIDENCE", "WITHDRAW"
  };

  private final Random random;
  private final List<Act> acts = new ArrayList<>();

  private PeopleFeed(long seed) {
    this.random = new Random(seed);
  }

  /**
   * One action.
   *
   * @param topic topic that carries it
   * @param at when it happened
   */
  record Act(Topic<?> topic, String key, SpecificRecord body, Instant at) {}

  /**
   * Draws the actions for members 1 to {@code members} of the payer of campaigns, in the order of
   * time.
   */
  static List<Act> draw(long seed, String secret, List<String> contracts, int members) {
    PeopleFeed feed = new PeopleFeed(seed);
    for (int i = 1; i <= members; i++) {
      String source = AttributionFeed.CAMPAIGN + "-" + i;
      String member = MemberId.surrogate(secret, AttributionFeed.CAMPAIGN, source).value();
      for (String contract : contracts) {
        feed.campaign(member, contract);
        feed.disputes(member, contract);
      }
    }
    return feed.acts.stream().sorted(Comparator.comparing(Act::at)).toList();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String[] values) {
    return values[random.nextInt(values.length)];
  }

  /** A moment of a day; many lie so late that the local day is the one before. */
  private Instant moment(LocalDate day) {
    return day.atTime(chance(30) ? 3 : 15, random.nextInt(60)).toInstant(ZoneOffset.UTC);
  }

  private void campaign(String member, String contract) {
    LocalDate letter = FIRST.plusDays(random.nextInt(200));
    for (int n = chance(80) ? 1 + random.nextInt(3) : 0; n > 0; n--) {
      campaign(member, contract, "LETTER_SENT", letter);
      if (chance(25)) {
        campaign(member, contract, "ANSWERED", letter.plusDays(random.nextInt(70)));
      }
      if (chance(30)) {
        campaign(member, contract, "PROVIDER_DECLINED", letter.plusDays(40 + random.nextInt(90)));
      }
      if (chance(30)) {
        campaign(member, contract, "MEMBER_DECLINED", letter.plusDays(40 + random.nextInt(150)));
      }
      letter = letter.plusDays(10 + random.nextInt(220));
    }
  }

  private void campaign(String member, String contract, String action, LocalDate day) {
    if (day.isBefore(FIRST.plusDays(DAYS))) {
      Instant at = moment(day);
      String user = pick(USERS);
      CampaignAction body =
          new CampaignAction(
              id(), AttributionFeed.CAMPAIGN, member, contract, action, user, at, null);
      acts.add(new Act(AttributionTopics.CAMPAIGN_ACTION, member + "|" + contract, body, at));
    }
  }

  private String id() {
    return "act-" + acts.size();
  }

  private void disputes(String member, String contract) {
    for (int n = chance(35) ? 1 + random.nextInt(3) : 0; n > 0; n--) {
      String dispute = "d-" + acts.size();
      LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
      YearMonth month = YearMonth.from(day).minusMonths(random.nextInt(5));
      String type = pick(TYPES);
      boolean named = type.equals("SHOULD_BE_MINE") || type.equals("WRONG_NPI") || chance(10);
      String through = chance(60) ? month.plusMonths(random.nextInt(6)).toString() : null;
      String tin = named && chance(95) ? tin() : null;
      String npi = named && chance(80) ? npi() : null;
      String submitter = pick(USERS);
      Instant at = moment(day);
      dispute(
          new DisputeAction(
              id(),
              dispute,
              AttributionFeed.CAMPAIGN,
              member,
              contract,
              "SUBMIT",
              type,
              month.toString(),
              through,
              tin,
              npi,
              List.of(),
              null,
              null,
              null,
              null,
              submitter,
              at,
              null),
          at);
      steps(member, contract, dispute, day, month);
    }
  }

  private void steps(
      String member, String contract, String dispute, LocalDate submitted, YearMonth month) {
    LocalDate day = submitted;
    int steps = random.nextInt(5);
    for (int step = 0; step < steps; step++) {
      day = day.plusDays(random.nextInt(20));
      String action = step == 0 && chance(70) ? "REVIEW" : pick(STEPS);
      boolean partial = action.equals("PARTIAL");
      boolean nobody = chance(30);
      step(
          member, contract, dispute, action, day, partial ? month.atDay(1) : null, partial, nobody);
    }
    if (chance(30)) {
      LocalDate rescinded = day.plusDays(random.nextInt(40));
      LocalDate first = chance(50) ? rescinded.withDayOfMonth(1) : null;
      step(member, contract, dispute, "RESCIND", rescinded, first, false, true);
    }
  }

  private void step(
      String member,
      String contract,
      String dispute,
      String action,
      LocalDate day,
      LocalDate from,
      boolean partial,
      boolean nobody) {
    if (day.isBefore(FIRST.plusDays(DAYS))) {
      Instant at = moment(day);
      LocalDate first = partial && chance(30) ? from.plusDays(14) : from;
      dispute(
          new DisputeAction(
              id(),
              dispute,
              AttributionFeed.CAMPAIGN,
              member,
              contract,
              action,
              null,
              null,
              null,
              null,
              null,
              List.of(),
              first,
              partial ? first.plusDays(random.nextInt(60)) : null,
              partial && !nobody ? tin() : null,
              partial && !nobody ? npi() : null,
              pick(USERS),
              at,
              null),
          at);
    }
  }

  private String tin() {
    return "10000000" + (1 + random.nextInt(5));
  }

  private String npi() {
    return "10000000" + (10 + random.nextInt(14));
  }

  private void dispute(DisputeAction body, Instant at) {
    String key = body.getMember() + "|" + body.getDispute();
    acts.add(new Act(AttributionTopics.DISPUTE_ACTION, key, body, at));
  }
}
