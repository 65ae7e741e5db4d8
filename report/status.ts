import type { DocumentKind } from "../core/document/index.ts";
import { dateText, listText, minuteText, sentenceText } from "../core/wording.ts";
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
  | "Overridden"
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
  readonly desired?: {
    readonly commit: string;
    readonly digest?: string;
    /** The commit does not hold the plan. */
    readonly absent?: true;
    /** The version that was rolled back and that said what the commit says: the commit is not published by itself. */
    readonly rejected?: {
      readonly version: number;
      readonly reason: string;
      readonly actor: string;
      readonly since: string;
    };
  };
  readonly hold?: {
    readonly kind: "freeze" | "rollback";
    readonly reason: string;
    readonly actor: string;
    readonly since: string;
    readonly rejectedVersion?: number;
  };
  /** The first day after today, in the plan's time zone, from which something else holds. */
  readonly nextEffectiveChange?: string;
  /** The documents in which something else holds from that day; `plan` where the plan itself begins or is over. */
  readonly nextEffectiveIn?: readonly DocumentKind[];
  readonly conditions: readonly Condition[];
}

/** True when the last commit was looked at already, so that publishing it again would do nothing. */
const isObserved = ({ desired, observedCommit }: PlanStatus): boolean =>
  desired?.commit === observedCommit;

/** Why the last commit is not live. */
function outOfSyncText(status: PlanStatus): string {
  const { plan, live, desired, hold } = status;
  const last = `the last commit ${desired?.commit.slice(0, 10) ?? "unknown"}`;
  const rejected = desired?.rejected;
  if (isObserved(status)) {
    return rejected === undefined
      ? `the content of ${last} gave way to it.`
      : `${last} was rolled back.`;
  }
  if (rejected !== undefined) {
    const { version, actor, since, reason } = rejected;
    return `${last} says what version ${version} said, which was rolled back by ${actor} on ${dateText(since.slice(0, 10))}, so it is not published: ${sentenceText(reason)} That ends when a commit changes the content, or with: jointplan resume ${plan} --to ${version} --reason "why"`;
  }
  if (desired?.absent === true) {
    return `${last} does not hold this plan, so version ${live.version} stays live. If it was taken away by mistake, bring its folder back.`;
  }
  return hold?.kind === "freeze"
    ? `${last.replace(" commit", " commit is")}.`
    : `${last.replace(" commit", " commit is")}. Run "jointplan publish"; it says what stands in the way, if anything does.`;
}

/** What is live, and how it stands to the last commit. */
function liveSentence(status: PlanStatus): string {
  const { plan, sync, live } = status;
  const content =
    live.restores === undefined ? "" : `, with the content of version ${live.restores}`;
  const commit = `from commit ${(live.commit ?? "").slice(0, 10)}`;
  const what = `${plan}: version ${live.version} is live since ${minuteText(live.publishedAt ?? "")}, ${commit}${content}`;
  switch (sync) {
    case "Synced":
      return `${what}; in sync with the last commit.`;
    case "Ahead":
      return `${what}; the commit checked out here is older.`;
    case "OutOfSync":
      return `${what}; ${outOfSyncText(status)}`;
    case "Unknown":
      return `${what}; there is no git commit here to compare with.`;
    default:
      return sync satisfies never;
  }
}

/** Why publishing is held, and until when. */
function holdSentence(status: PlanStatus): string | undefined {
  const { plan, hold, sync, desired } = status;
  if (hold === undefined) return undefined;
  const { kind, actor, since, rejectedVersion = 0 } = hold;
  const who = `by ${actor} since ${dateText(since.slice(0, 10))}`;
  const why = sentenceText(hold.reason);
  if (kind === "freeze")
    return `Publishing is held ${who}, until "jointplan hold ${plan} --release": ${why}`;
  // It was said of the commit already.
  if (desired?.rejected?.version === rejectedVersion && !isObserved(status)) return undefined;
  const until =
    sync === "Synced"
      ? '"jointplan publish" notes that commit'
      : `a change is merged and published, or "jointplan resume ${plan}"`;
  return `Version ${rejectedVersion} is held ${who}, until ${until}: ${why}`;
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

/** What else holds, document by document. */
const otherWords: Readonly<Record<DocumentKind, string>> = {
  plan: "the plan itself",
  customers: "customers",
  journey: "conversions or durations",
  targets: "revenue targets",
  "lead-definition": "the lead definition",
  sla: "commitments",
  tactics: "tactics",
  content: "content",
  resources: "headcount",
  compensation: "pay plans",
  calendar: "the calendar",
  approvals: "exceptions",
  sources: "sources",
};

/** What takes effect next without being published, and where. */
function nextSentence({
  nextEffectiveChange,
  nextEffectiveIn = [],
}: PlanStatus): string | undefined {
  if (nextEffectiveChange === undefined) return undefined;
  const day = dateText(nextEffectiveChange);
  return nextEffectiveIn.length === 0
    ? `From ${day} on something else holds.`
    : `From ${day} on something else holds: ${listText(nextEffectiveIn.map((kind) => otherWords[kind]))}.`;
}

/** One or two sentences: what is live, and what matters most beside it. */
function sentences(status: PlanStatus): string {
  const matters = [holdSentence(status), healthSentence(status)].filter(
    (each) => each !== undefined,
  );
  const next = nextSentence(status);
  const calm = next === undefined || status.desired?.rejected !== undefined ? [] : [next];
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
