import type { CalendarDate } from "../core/calendar-date.ts";
import { changeDays, documentsChanging } from "../core/effective/index.ts";
import type { Result } from "../core/result.ts";
import { totalsOf } from "../report/findings.ts";
import type { PlanStatus } from "../report/status.ts";
import { conditionsOf } from "./plan-conditions.ts";
import type { LiveVersion, PlanReader } from "./plan-reader.ts";
import type { PlanStudy } from "./plan-study.ts";
import { rejectionOf, type ToldContent } from "./publish/rejected.ts";
import { type ProvenanceBody, provenanceBody } from "./routes/provenance.ts";
import type { ContentDamaged } from "./store/content.ts";
import type { Evidence } from "./store/plan-record.ts";
import { dayIn } from "./zoned-day.ts";

/** The commit that should be live, and how it stands to the newest one that was looked at. */
export interface Wanted {
  readonly commit: string;
  readonly standing: "observed" | "before" | "after";
  /** What a commit says of the plan that nobody looked at yet; `absent` where it does not hold the plan. */
  readonly content?: ToldContent | "absent";
}

/** What is asked to tell how a plan stands. */
export interface StatusQuestion {
  readonly plans: Pick<PlanReader, "commit" | "version">;
  readonly live: LiveVersion;
  readonly study: Result<PlanStudy, ContentDamaged>;
  /** The day that the rules were asked for. */
  readonly asOf: CalendarDate;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: string;
  /** What should be live; the newest commit that was looked at by default, undefined where nobody can tell. */
  readonly wanted?: Wanted | undefined;
}

/** A status with everything that is known of the live version. */
export interface FullStatus extends PlanStatus {
  readonly live: ProvenanceBody;
}

/** The content that a commit has, as far as it is known. */
async function contentOf(
  plans: StatusQuestion["plans"],
  plan: string,
  { commit, standing, content }: Wanted,
): Promise<Wanted["content"]> {
  if (standing === "after") return content;
  const found = await plans.commit(plan, commit);
  return found.found === "one" && found.commit === commit
    ? (found.served.published ?? found.served)
    : undefined;
}

function syncOf(
  wanted: Wanted | undefined,
  content: Wanted["content"],
  live: LiveVersion,
): PlanStatus["sync"] {
  if (wanted === undefined) return "Unknown";
  switch (wanted.standing) {
    case "before":
      return "Ahead";
    case "observed":
    case "after":
      return typeof content === "object" && content.digest === live.digest ? "Synced" : "OutOfSync";
    default:
      return wanted.standing satisfies never;
  }
}

/** What should be live, as far as it is known, and the rejection that it falls under. */
function desiredOf(
  { commit }: Wanted,
  content: Wanted["content"],
  { head }: LiveVersion,
): NonNullable<PlanStatus["desired"]> {
  if (content === undefined) return { commit };
  if (content === "absent") return { commit, absent: true };
  const rejection = head === undefined ? undefined : rejectionOf(head, content);
  const { version = 0, reason = "", actor = "", since = "" } = rejection ?? {};
  return {
    commit,
    digest: `sha256:${content.digest}`,
    ...(rejection === undefined ? {} : { rejected: { version, reason, actor, since } }),
  };
}

/** How the content stands under the rules of the day. */
function healthOf(
  study: StatusQuestion["study"],
): Pick<PlanStatus, "health" | "message" | "totals"> {
  if (!study.ok) return { health: "Damaged", message: study.error.message };
  const totals = totalsOf(study.value.check().findings);
  return { health: totals.errors > 0 ? "Degraded" : "Healthy", totals };
}

/** The first day after today from which something else holds, and where; today in the plan's time zone. */
function nextChange(
  study: StatusQuestion["study"],
  now: string,
): Pick<PlanStatus, "nextEffectiveChange" | "nextEffectiveIn"> {
  const sound = study.ok ? study.value.sound() : study;
  if (!sound.ok) return {};
  const plan = sound.value;
  const today = dayIn(plan.timeZone, now);
  const next = changeDays(plan).find((day) => day > today);
  return next === undefined
    ? {}
    : { nextEffectiveChange: next, nextEffectiveIn: documentsChanging(plan, today, next) };
}

async function evidenceOf({ plans, live }: StatusQuestion): Promise<Evidence | undefined> {
  const record = (await plans.version(live.plan, live.version))?.published;
  return record !== undefined && "evidence" in record ? record.evidence : undefined;
}

/** How a plan stands: one set of words for the API, the command line and its JSON. */
export async function readStatus(question: StatusQuestion): Promise<FullStatus> {
  const { plans, live, study, asOf, now } = question;
  const { head } = live;
  const observed: Wanted | undefined =
    head === undefined ? undefined : { commit: head.observedCommit, standing: "observed" };
  const wanted = "wanted" in question ? question.wanted : observed;
  const content = wanted === undefined ? undefined : await contentOf(plans, live.plan, wanted);
  const status: Omit<FullStatus, "conditions"> = {
    plan: live.plan,
    sync: syncOf(wanted, content, live),
    ...healthOf(study),
    asOf,
    live: provenanceBody(live),
    ...(head === undefined ? {} : { observedCommit: head.observedCommit }),
    ...(wanted === undefined ? {} : { desired: desiredOf(wanted, content, live) }),
    ...(head?.hold === undefined ? {} : { hold: head.hold }),
    ...nextChange(study, now),
  };
  return { ...status, conditions: conditionsOf(status, await evidenceOf(question)) };
}
