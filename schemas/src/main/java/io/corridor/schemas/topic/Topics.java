package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;
import static io.corridor.schemas.topic.TopicKind.FROZEN;
import static io.corridor.schemas.topic.TopicKind.HISTORY;

import io.corridor.schemas.AdtValue;
import io.corridor.schemas.AffiliationValue;
import io.corridor.schemas.AlertValue;
import io.corridor.schemas.AssignmentChangedValue;
import io.corridor.schemas.AssignmentValue;
import io.corridor.schemas.AuditValue;
import io.corridor.schemas.BudgetValue;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.EnrollmentValue;
import io.corridor.schemas.EstimateValue;
import io.corridor.schemas.ExplanationValue;
import io.corridor.schemas.FileValue;
import io.corridor.schemas.GapValue;
import io.corridor.schemas.MemberMonthValue;
import io.corridor.schemas.OutreachValue;
import io.corridor.schemas.ProgressValue;
import io.corridor.schemas.RawValue;
import io.corridor.schemas.RejectedValue;
import io.corridor.schemas.RosterValue;
import io.corridor.schemas.ScoreValue;
import io.corridor.schemas.TaskActionValue;
import io.corridor.schemas.TaskValue;
import io.corridor.schemas.TermsValue;
import io.corridor.schemas.TickValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The core topics of the platform, and the catalogue of all. The names of constants are the words
 * of the platform's glossary; topics of one matter stand in a class of their own beside this one.
 */
public final class Topics {

  private static final String ATTRIBUTION = "attribution";
  private static final String BENCHMARK = "benchmark";
  private static final String INTAKE = "intake";
  private static final String NOTIFICATION = "notification";
  private static final String PLATFORM = "platform";
  private static final String PORTAL = "portal";
  private static final String QUALITY = "quality";
  private static final String SETTLEMENT = "settlement";

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int RAW_BYTES = 2 * 1024 * 1024;

  // ---------- intake

  /** Lines of canonical feeds, as they came. */
  public static final Topic<RawValue> RAW =
      history("intake.raw-canonical.v1", RawValue.class)
          .key("feed|file|line")
          .doc("Lines of canonical feeds and contract files, byte for byte.")
          .readers(INTAKE)
          .freshness(SOON)
          .retention(Duration.ofDays(400))
          .maxMessageBytes(RAW_BYTES)
          .build();

  /** Counts of each file, by stage. */
  public static final Topic<FileValue> FILE =
      history("intake.file.v1", FileValue.class)
          .key("feed|file|stage|partition")
          .doc("What each file promised, and what became of its lines.")
          .readers(PLATFORM, PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Lines that were not accepted. */
  public static final Topic<RejectedValue> REJECTED =
      history("intake.rejected.v1", RejectedValue.class)
          .key("feed|file|line")
          .doc("Lines that were not accepted, with a stable code and their place.")
          .readers(PLATFORM, PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Changes of claims' final actions. */
  public static final Topic<ClaimValue> CLAIM =
      history("intake.claim.v1", ClaimValue.class)
          .key("member|payer|claim")
          .doc("How the final action of a claim changed for a member: before and after.")
          .readers(ATTRIBUTION, BENCHMARK, QUALITY, NOTIFICATION, PORTAL)
          .freshness(SOON)
          .build();

  /** Changes of enrollment facts. */
  public static final Topic<EnrollmentValue> ENROLLMENT =
      history("intake.enrollment.v1", EnrollmentValue.class)
          .key("member|payer|record")
          .doc("How a coverage span, a clinician's selection or a person's data changed.")
          .readers(ATTRIBUTION, BENCHMARK, QUALITY, PORTAL)
          .freshness(SOON)
          .build();

  /** Admissions, discharges and transfers. */
  public static final Topic<AdtValue> ADT =
      history("intake.adt.v1", AdtValue.class)
          .key("member|facility|visit")
          .doc("Admissions, discharges and transfers; order is decided by whoever reads them.")
          .readers(BENCHMARK, QUALITY, NOTIFICATION, PORTAL)
          .freshness(SOON)
          .build();

  /** Changes of outreach records. */
  public static final Topic<OutreachValue> OUTREACH =
      history("intake.outreach.v1", OutreachValue.class)
          .key("member|payer|record")
          .doc("How a record of contact with a member changed.")
          .readers(NOTIFICATION, PORTAL)
          .freshness(SOON)
          .build();

  /** Clinicians' dated links to practices. */
  public static final Topic<AffiliationValue> AFFILIATION =
      current("intake.affiliation.v1", AffiliationValue.class)
          .key("npi|tin|from")
          .doc("Clinicians' dated links to practices.")
          .readers(ATTRIBUTION, BENCHMARK, PORTAL)
          .broadcast()
          .privacy(Privacy.NONE)
          .freshness(SOON)
          .build();

  /** Effective-dated contract versions. */
  public static final Topic<TermsValue> TERMS =
      current("contract.terms.v1", TermsValue.class)
          .key("contract|version")
          .doc("Versions of contracts, immutable and effective-dated.")
          .writer(INTAKE)
          .readers(ATTRIBUTION, BENCHMARK, QUALITY, SETTLEMENT, NOTIFICATION, PORTAL)
          .broadcast()
          .privacy(Privacy.NONE)
          .freshness(SOON)
          .build();

  /** Ticks of the business date. */
  public static final Topic<TickValue> BUSINESS_DATE =
      history("clock.business-date.v1", TickValue.class)
          .key("partition")
          .doc("The business date moved: windows roll, gaps expire and tasks fall due.")
          .writer(PLATFORM)
          .readers(ATTRIBUTION, BENCHMARK, QUALITY, SETTLEMENT, NOTIFICATION, PORTAL)
          .broadcast()
          .privacy(Privacy.NONE)
          .freshness(SOON)
          .build();

  // ---------- attribution

  /** Who is accountable for a member, by spans. */
  public static final Topic<AssignmentValue> ASSIGNMENT =
      current("attribution.assignment.v1", AssignmentValue.class)
          .key("member|contract")
          .doc("Who is accountable for a member under a contract, as spans of months.")
          .readers(BENCHMARK, QUALITY, NOTIFICATION, PORTAL)
          .build();

  /** Why a member is attributed as they are. */
  public static final Topic<ExplanationValue> EXPLANATION =
      current("attribution.explanation.v1", ExplanationValue.class)
          .key("member|contract|month")
          .doc("Why a member is attributed as they are in a month.")
          .readers(PORTAL)
          .build();

  /** How assignments changed. */
  public static final Topic<AssignmentChangedValue> ASSIGNMENT_CHANGED =
      history("attribution.assignment-changed.v1", AssignmentChangedValue.class)
          .key("member|contract|month")
          .doc("How an assignment of a month changed, and why.")
          .readers(PORTAL)
          .build();

  /** Published monthly rosters. */
  public static final Topic<RosterValue> ROSTER =
      frozen("attribution.roster.v1", RosterValue.class)
          .key("member|contract|month")
          .doc("Published monthly rosters, one row a member.")
          .readers(ATTRIBUTION, PORTAL)
          .build();

  // ---------- benchmark

  /** What a member cost in a month. */
  public static final Topic<MemberMonthValue> MEMBER_MONTH =
      current("benchmark.member-month.v1", MemberMonthValue.class)
          .key("member|contract|month")
          .doc("What an attributed member cost in a month, raw and in scope, by category.")
          .readers(PORTAL)
          .build();

  /** Running cost against budget. */
  public static final Topic<BudgetValue> BUDGET =
      current("benchmark.budget.v1", BudgetValue.class)
          .key("contract|level|id|period")
          .doc("Running cost against budget, by contract and practice, month and year.")
          .readers(SETTLEMENT, PORTAL)
          .privacy(Privacy.NONE)
          .build();

  // ---------- quality

  /** Care gaps. */
  public static final Topic<GapValue> GAP =
      current("quality.gap.v1", GapValue.class)
          .key("member|measure|period")
          .doc("A member's state in a measure, with the evidence.")
          .readers(NOTIFICATION, PORTAL)
          .build();

  /** Quality scores. */
  public static final Topic<ScoreValue> SCORE =
      current("quality.score.v1", ScoreValue.class)
          .key("contract|level|id|period")
          .doc("Measures and composite score of a contract or practice.")
          .readers(SETTLEMENT, PORTAL)
          .privacy(Privacy.NONE)
          .build();

  // ---------- settlement

  /** Interim settlement estimates. */
  public static final Topic<EstimateValue> ESTIMATE =
      current("settlement.estimate.v1", EstimateValue.class)
          .key("contract|level|id|period")
          .doc("What a contract would pay on what is known today, step by step.")
          .readers(PORTAL)
          .privacy(Privacy.NONE)
          .build();

  // ---------- notification

  /** Alerts about encounters. */
  public static final Topic<AlertValue> ALERT =
      current("notification.alert.v1", AlertValue.class)
          .key("member|facility|visit")
          .doc("One alert an encounter, amended or retracted in place.")
          .readers(PORTAL)
          .freshness(SOON)
          .build();

  /** Follow-up tasks. */
  public static final Topic<TaskValue> TASK =
      current("notification.task.v1", TaskValue.class)
          .key("member|facility|visit|kind")
          .doc("A follow-up that a practice owes after an encounter.")
          .readers(PORTAL)
          .freshness(SOON)
          .build();

  // ---------- portal and platform

  /** What people did with tasks. */
  public static final Topic<TaskActionValue> TASK_ACTION =
      history("portal.task-action.v1", TaskActionValue.class)
          .key("member|facility|visit|kind")
          .doc("What a person did with a task.")
          .readers(INTAKE, NOTIFICATION)
          .freshness(SOON)
          .build();

  /** Who saw or did what. */
  public static final Topic<AuditValue> AUDIT =
      history("portal.audit.v1", AuditValue.class)
          .key("user")
          .doc("Who saw or did what.")
          .readers(PORTAL)
          .partitions(1, 24)
          .privacy(Privacy.PSEUDONYM)
          .build();

  /** How far services are. */
  public static final Topic<ProgressValue> PROGRESS =
      current("platform.progress.v1", ProgressValue.class)
          .key("service|partition")
          .doc("The business date that a service's partition is complete to.")
          .writer("every service")
          .readers(PLATFORM, PORTAL)
          .partitions(1, 1)
          .privacy(Privacy.NONE)
          .build();

  private static final List<Topic<?>> ALL = allTopics();

  private Topics() {}

  /** Every declared topic, planned ones and internal ones included, in catalogue order. */
  public static List<Topic<?>> all() {
    return ALL;
  }

  /** Every topic that a platform has to have: all but the planned ones. */
  public static List<Topic<?>> created() {
    return ALL.stream().filter(topic -> !topic.planned()).toList();
  }

  /** The declared topic of this name. */
  public static Optional<Topic<?>> named(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }

  /** A service's records to itself, {@code <service>.loop.v1}. */
  public static Topic<?> loop(String service) {
    return InternalTopics.loop(service);
  }

  /** True for the name of a loop topic, whose keys start with the task's partition. */
  public static boolean isLoop(String name) {
    return name.endsWith(InternalTopics.LOOP_SUFFIX);
  }

  /** A service's parts on their way to its totals, {@code <service>.part.v1}. */
  public static Topic<?> part(String service) {
    return InternalTopics.part(service);
  }

  /** What a service could not process, {@code <service>.dead-letter.v1}. */
  public static Topic<?> deadLetter(String service) {
    return InternalTopics.deadLetter(service);
  }

  private static List<Topic<?>> allTopics() {
    List<Topic<?>> all = new ArrayList<>();
    all.addAll(InboxTopics.all());
    all.addAll(List.of(RAW, FILE, REJECTED, CLAIM, ENROLLMENT, ADT, OUTREACH, AFFILIATION));
    all.addAll(List.of(TERMS, BUSINESS_DATE));
    all.addAll(IdentityTopics.all());
    all.addAll(List.of(ASSIGNMENT, EXPLANATION, ASSIGNMENT_CHANGED, ROSTER));
    all.addAll(AttributionTopics.all());
    all.addAll(List.of(MEMBER_MONTH, BUDGET, GAP, SCORE, ESTIMATE, ALERT, TASK));
    all.addAll(List.of(TASK_ACTION, AUDIT, PROGRESS));
    all.addAll(AnalysisTopics.all());
    all.addAll(CostTopics.all());
    all.addAll(ProgramTopics.all());
    all.addAll(VariationTopics.all());
    all.addAll(ClosingTopics.all());
    all.addAll(StatedTopics.all());
    all.addAll(InternalTopics.all());
    all.addAll(PlannedTopics.all());
    return List.copyOf(all);
  }

  private static <V extends SpecificRecord> TopicDeclaration<V> history(
      String name, Class<V> type) {
    return new TopicDeclaration<>(name, type, HISTORY);
  }

  private static <V extends SpecificRecord> TopicDeclaration<V> frozen(String name, Class<V> type) {
    return new TopicDeclaration<>(name, type, FROZEN);
  }

  private static <V extends SpecificRecord> TopicDeclaration<V> current(
      String name, Class<V> type) {
    return new TopicDeclaration<>(name, type, CURRENT);
  }
}
