import { dateText, minuteText, sentenceText } from "../core/wording.ts";
import type { Report } from "./block.ts";
import type { FindingTotals } from "./findings.ts";
import { count } from "./number.ts";

/** Why a condition holds or not. */
export type ConditionReason =
  | "Succeeded"
  | "ErrorsFound"
  | "ContentDamaged"
  | "EvidenceKept"
  | "NoEvidence"
  | "Superseded"
  | "NothingToCompare"
  | "Held"
  | "RolledBack"
  | "NotPublished";

/** One thing that is true of a plan or not, in words that tools know. */
export interface Condition {
  readonly type: "Validated" | "Approved" | "Published";
  readonly status: "True" | "False" | "Unknown";
  /** One word for tools. */
  readonly reason: ConditionReason;
  /** The same for people, in a sentence. */
  readonly message: string;
  /** The commit that it is said of. */
  readonly observedCommit?: string;
  /** The instant since which it is so, UTC; absent where nobody knows. */
  readonly lastTransitionTime?: string;
}

/** How a plan stands: what is live, what should be, and why they differ. Digests begin with `sha256:`, instants are UTC. */
export interface PlanStatus {
  readonly plan: string;
  /** Whether what is live is what `desired` says. `Ahead`: a later commit is live. */
  readonly sync: "Synced" | "Ahead" | "OutOfSync" | "Unknown";
  /** `Degraded`: the rules of `asOf` find errors in what is live. `Damaged`: the store cannot give it whole. */
  readonly health: "Healthy" | "Degraded" | "Damaged";
  /** What is damaged. */
  readonly message?: string;
  readonly asOf: string;
  readonly totals?: FindingTotals;
  readonly live: {
    readonly version: number;
    readonly digest: string;
    readonly commit?: string;
    readonly publishedAt?: string;
    readonly restores?: number;
  };
  /** The newest commit that was looked at; it may have changed nothing. */
  readonly observedCommit?: string;
  /** What should be live. */
  readonly desired?: { readonly commit: string; readonly digest?: string };
  readonly hold?: {
    readonly kind: "freeze" | "rollback";
    readonly reason: string;
    readonly actor: string;
    readonly since: string;
    readonly rejectedVersion?: number;
  };
  /** The first day after today, in the plan's time zone, from which something else holds. */
  readonly nextEffectiveChange?: string;
  readonly conditions: readonly Condition[];
}

/** What is live, and how it stands to the last commit. */
function liveSentence({ plan, sync, live, observedCommit, desired, hold }: PlanStatus): string {
  const content =
    live.restores === undefined ? "" : `, with the content of version ${live.restores}`;
  const commit = `from commit ${(live.commit ?? "").slice(0, 10)}`;
  const what = `${plan}: version ${live.version} is live since ${minuteText(live.publishedAt ?? "")}, ${commit}${content}`;
  const last = desired?.commit.slice(0, 10) ?? "unknown";
  switch (sync) {
    case "Synced":
      return `${what}; in sync with the last commit.`;
    case "Ahead":
      return `${what}; the commit checked out here is older.`;
    case "OutOfSync":
      // Publishing that commit again would do nothing.
      if (desired?.commit === observedCommit) {
        return `${what}; the last commit ${last} was rolled back.`;
      }
      return hold?.kind === "freeze"
        ? `${what}; the last commit is ${last}.`
        : `${what}; the last commit is ${last}. Run "jointplan publish"; it says what stands in the way, if anything does.`;
    case "Unknown":
      return `${what}; there is no git commit here to compare with.`;
    default:
      return sync satisfies never;
  }
}

/** Why publishing is held, and until when. */
function holdSentence({ plan, hold }: PlanStatus): string | undefined {
  if (hold === undefined) return undefined;
  const { kind, actor, since, rejectedVersion } = hold;
  const who = `by ${actor} since ${dateText(since.slice(0, 10))}`;
  const why = sentenceText(hold.reason);
  return kind === "freeze"
    ? `Publishing is held ${who}, until "jointplan hold ${plan} --release": ${why}`
    : `Version ${rejectedVersion ?? ""} is held ${who}, until a change is merged or "jointplan resume ${plan}": ${why}`;
}

/** What is wrong with the content; undefined for a healthy plan. */
function healthSentence({ health, message = "", asOf, totals }: PlanStatus): string | undefined {
  switch (health) {
    case "Healthy":
      return undefined;
    case "Degraded":
      return `Under the rules of ${dateText(asOf)} it has ${count(totals?.errors ?? 0, "error")}; mend the plan and publish it.`;
    case "Damaged":
      return `The store cannot give it whole: ${sentenceText(message)}`;
    default:
      return health satisfies never;
  }
}

/** One or two sentences: what is live, and what matters most beside it. */
function sentences(status: PlanStatus): string {
  const matters = [holdSentence(status), healthSentence(status)].filter(
    (each) => each !== undefined,
  );
  const next = status.nextEffectiveChange;
  const calm = next === undefined ? [] : [`From ${dateText(next)} on something else holds.`];
  return [liveSentence(status), ...(matters.length > 0 ? matters : calm)].join(" ");
}

/** What is live, a line a plan. */
export function statusReport(plans: readonly PlanStatus[], uncommitted = false): Report {
  const edits: Report = uncommitted
    ? [{ kind: "text", tone: "warning", text: uncommittedNote }]
    : [];
  return plans.length === 0
    ? [{ kind: "text", text: 'Nothing is published here yet. Run "jointplan publish".' }, ...edits]
    : [{ kind: "list", items: plans.map(sentences) }, ...edits];
}

/** Said wherever the working copy differs from what is published from. */
export const uncommittedNote =
  "The files in plans/ have changes that are not committed; only what is committed is published.";
