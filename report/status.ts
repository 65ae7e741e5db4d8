import { type Report } from "./block.ts";

/** What is live of one plan. `sync` compares the newest commit that was looked at with the one checked out; `Ahead`: a later commit is live. */
export interface PlanStatus {
  readonly plan: string;
  readonly sync: "Synced" | "Ahead" | "OutOfSync" | "Unknown";
  readonly version: number;
  readonly commit: string;
  readonly observedCommit: string;
  readonly publishedAt: string;
  readonly hold?: { readonly kind: string; readonly reason: string; readonly since: string };
}

const sentence = (status: PlanStatus, head: string | undefined): string => {
  const live = `version ${status.version} is live since ${status.publishedAt.slice(0, 16).replace("T", " ")} UTC, from commit ${status.commit.slice(0, 10)}`;
  const held =
    status.hold === undefined
      ? ""
      : ` Held since ${status.hold.since.slice(0, 10)}: ${status.hold.reason}`;
  switch (status.sync) {
    case "Synced":
      return `${status.plan}: ${live}; in sync with the last commit.${held}`;
    case "Ahead":
      return `${status.plan}: ${live}; the commit checked out here is older.${held}`;
    case "OutOfSync":
      return `${status.plan}: ${live}; the last commit is ${head?.slice(0, 10) ?? "unknown"}. Run "jointplan publish".${held}`;
    case "Unknown":
      return `${status.plan}: ${live}; there is no git commit here to compare with.${held}`;
    default:
      return status.sync satisfies never;
  }
};

/** What is live, a line a plan. */
export function statusReport(
  plans: readonly PlanStatus[],
  head: string | undefined,
  uncommitted = false,
): Report {
  const edits: Report = uncommitted
    ? [{ kind: "text", tone: "warning", text: uncommittedNote }]
    : [];
  return plans.length === 0
    ? [{ kind: "text", text: 'Nothing is published here yet. Run "jointplan publish".' }, ...edits]
    : [{ kind: "list", items: plans.map((plan) => sentence(plan, head)) }, ...edits];
}

/** Said wherever the working copy differs from what is published from. */
export const uncommittedNote =
  "The files in plans/ have changes that are not committed; only what is committed is published.";
