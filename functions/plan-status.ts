import type { CalendarDate } from "../core/calendar-date.ts";
import { changeDays } from "../core/effective/index.ts";
import type { Result } from "../core/result.ts";
import { totalsOf } from "../report/findings.ts";
import type { PlanStatus } from "../report/status.ts";
import { conditionsOf } from "./plan-conditions.ts";
import type { LiveVersion, PlanReader } from "./plan-reader.ts";
import type { PlanStudy } from "./plan-study.ts";
import { type ProvenanceBody, provenanceBody } from "./routes/provenance.ts";
import type { ContentDamaged } from "./store/content.ts";
import type { Evidence } from "./store/plan-record.ts";
import { dayIn } from "./zoned-day.ts";

/** The commit that should be live, and how it stands to the newest one that was looked at. */
export interface Wanted {
  readonly commit: string;
  readonly standing: "observed" | "before" | "after";
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

/** The digest of the content that a commit has, as far as it was looked at. */
async function digestOf(
  plans: StatusQuestion["plans"],
  plan: string,
  { commit, standing }: Wanted,
): Promise<string | undefined> {
  if (standing === "after") return undefined;
  const found = await plans.commit(plan, commit);
  return found.found === "one" && found.commit === commit ? found.served.digest : undefined;
}

function syncOf(
  wanted: Wanted | undefined,
  digest: string | undefined,
  live: LiveVersion,
): PlanStatus["sync"] {
  if (wanted === undefined) return "Unknown";
  switch (wanted.standing) {
    case "before":
      return "Ahead";
    case "after":
      return "OutOfSync";
    case "observed":
      return digest === live.digest ? "Synced" : "OutOfSync";
    default:
      return wanted.standing satisfies never;
  }
}

/** How the content stands under the rules of the day. */
function healthOf(
  study: StatusQuestion["study"],
): Pick<PlanStatus, "health" | "message" | "totals"> {
  if (!study.ok) return { health: "Damaged", message: study.error.message };
  const totals = totalsOf(study.value.check().findings);
  return { health: totals.errors > 0 ? "Degraded" : "Healthy", totals };
}

/** The first day after today from which something else holds; today in the plan's time zone. */
function nextChange(study: StatusQuestion["study"], now: string): CalendarDate | undefined {
  const sound = study.ok ? study.value.sound() : study;
  if (!sound.ok) return undefined;
  const today = dayIn(sound.value.timeZone, now);
  return changeDays(sound.value).find((day) => day > today);
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
  const digest = wanted === undefined ? undefined : await digestOf(plans, live.plan, wanted);
  const next = nextChange(study, now);
  const status: Omit<FullStatus, "conditions"> = {
    plan: live.plan,
    sync: syncOf(wanted, digest, live),
    ...healthOf(study),
    asOf,
    live: provenanceBody(live),
    ...(head === undefined ? {} : { observedCommit: head.observedCommit }),
    ...(wanted === undefined
      ? {}
      : {
          desired: {
            commit: wanted.commit,
            ...(digest === undefined ? {} : { digest: `sha256:${digest}` }),
          },
        }),
    ...(head?.hold === undefined ? {} : { hold: head.hold }),
    ...(next === undefined ? {} : { nextEffectiveChange: next }),
  };
  return { ...status, conditions: conditionsOf(status, await evidenceOf(question)) };
}
