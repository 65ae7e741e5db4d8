import { dateText, sentenceText } from "../core/wording.ts";
import type { Report } from "./block.ts";

/** A version as these sentences name it. */
export interface NamedVersion {
  readonly version: number;
  readonly commit: string;
  readonly commitTime: string;
}

/** What the commit that is checked out says of a plan after a rollback. */
export interface PlanInGit {
  readonly commit: string;
  /** `rejected`: what was rolled back, now or before. `other`: neither that nor what is live. `absent`: it does not hold the plan. */
  readonly holds: "live" | "rejected" | "other" | "absent";
  /** The commands that make it what is live; absent where none are needed, or none can be named. */
  readonly revert?: string;
}

/** An older version's content that was made live, or was live already. */
export interface RestoredPlan {
  readonly plan: string;
  readonly cause: "rollback" | "resume";
  readonly outcome: "restored" | "unchanged";
  /** The version that is live now. */
  readonly live: number;
  readonly restores: NamedVersion;
  /** The version that was live before. */
  readonly replaced: NamedVersion;
  readonly reason: string;
  /** With a rollback: how the plan in git stands to what is live; absent where that cannot be told. */
  readonly inGit?: PlanInGit;
}

const text = (sentence: string): Report[number] => ({ kind: "text", text: sentence });

const from = ({ version, commit, commitTime }: NamedVersion): string =>
  `version ${version}, from commit ${commit.slice(0, 10)} of ${dateText(commitTime.slice(0, 10))}`;

/** What is live after a rollback or its end, what is held, and what happens next. */
export function restoredReport(change: RestoredPlan): Report {
  const { plan, cause, outcome, live, restores, replaced, reason } = change;
  if (outcome === "unchanged") {
    const content =
      live === restores.version
        ? `version ${live} is live already`
        : `version ${live} is live already, with the content of version ${restores.version}`;
    return [text(`${plan}: ${content}; nothing changed.`)];
  }
  const now = text(`${plan}: version ${live} is live now, with the content of ${from(restores)}.`);
  if (cause === "resume") {
    return [
      now,
      text(
        `The rollback is taken back, and the next commit publishes as usual. Reason: ${sentenceText(reason)}`,
      ),
    ];
  }
  return [
    now,
    text(
      `Version ${replaced.version} (commit ${replaced.commit.slice(0, 10)}) is held. The rejected content never comes back by itself; merge a change, or run: jointplan resume ${plan} --reason "why". Reason: ${sentenceText(reason)}`,
    ),
    text(inGitText(change)),
  ];
}

/** What to do in git after a rollback, so that the next publish does not end it by accident. */
function inGitText({ plan, live, restores, inGit }: RestoredPlan): string {
  const back = `make the plan's folder in git what it was in commit ${restores.commit}`;
  if (inGit === undefined) {
    return `Take it back in git too: on the branch that is published, ${back}; then merge and publish that.`;
  }
  const { commit, holds, revert } = inGit;
  const last = `The commit that is checked out, ${commit.slice(0, 10)},`;
  const how = revert === undefined ? back : `run: ${revert}`;
  switch (holds) {
    case "live":
      return `${last} says what is live already. Run "jointplan publish", which notes that.`;
    case "rejected":
      return revert === undefined
        ? `The plan in git still has the rejected content. Take it back there too: ${back}; then merge and publish that.`
        : `The plan in git still has the rejected content. Take it back there too with: ${revert}; then merge and publish that.`;
    case "other":
      return `${last} says neither what is live nor what was rejected: publishing it puts it in the place of version ${live}. If that is not wanted, ${how}; then merge and publish that.`;
    case "absent":
      return `${last} does not hold the plan ${plan}, so version ${live} stays live. To have it in git as it is live, ${how}; then merge and publish that.`;
    default:
      return holds satisfies never;
  }
}

/** A plan that was held or released, or was so already. */
export interface HeldPlan {
  readonly plan: string;
  readonly outcome: "held" | "released" | "unchanged";
  readonly wish: "hold" | "release";
  /** The live version, which stays as it is. */
  readonly live: number;
  /** What holds the plan afterwards: after a release, a rollback. */
  readonly hold?: {
    readonly kind: "freeze" | "rollback";
    readonly reason: string;
    readonly actor: string;
    readonly since: string;
    readonly rejectedVersion?: number;
  };
}

/** Whether publishing is held, why, and how that ends. */
export function heldReport({ plan, outcome, wish, live, hold }: HeldPlan): Report {
  const stays = `version ${live} stays live`;
  if (wish === "release") {
    const rejected = hold?.rejectedVersion;
    if (outcome === "unchanged") {
      return rejected === undefined
        ? [text(`${plan} was not held; ${stays}.`)]
        : [
            text(
              `${plan} is not held by hand, so there is nothing to release; ${stays}. Version ${rejected} was rolled back and stays rejected. To have it back, run: jointplan resume ${plan} --reason "why"`,
            ),
          ];
    }
    const but =
      rejected === undefined
        ? ""
        : `, unless it says what version ${rejected} said, which stays rejected`;
    return [
      text(
        `${plan} is released; ${stays}. The next commit publishes as usual${but}: jointplan publish`,
      ),
    ];
  }
  const end = text(`To end it, run: jointplan hold ${plan} --release`);
  if (hold === undefined) return [end];
  const { reason, actor, since } = hold;
  const why =
    outcome === "unchanged"
      ? `${plan} is held already, since ${dateText(since.slice(0, 10))} by ${actor}; ${stays}. Reason: ${sentenceText(reason)}`
      : `${plan} is held: nothing is published, rolled back or resumed until it is released; ${stays}. Reason: ${sentenceText(reason)}`;
  return [text(why), end];
}

/** Why nothing was done, and one way out, with the command to run where there is one. */
export function refusedReport(
  plan: string,
  notDone: string,
  refused: { readonly reason: string; readonly message: string; readonly help: string },
): Report {
  const command = wayOut(plan, refused.reason);
  const run = command === undefined ? "" : ` Run: ${command}`;
  return [text(`${plan}: ${notDone}. ${refused.message} ${refused.help}${run}`)];
}

function wayOut(plan: string, reason: string): string | undefined {
  switch (reason) {
    case "held":
      return `jointplan hold ${plan} --release`;
    case "stale":
    case "unknown-version":
    case "damaged":
      return `jointplan history ${plan}`;
    default:
      return undefined;
  }
}
