import { dateText, sentenceText } from "../core/wording.ts";
import type { Report } from "./block.ts";

/** A version as these sentences name it. */
export interface NamedVersion {
  readonly version: number;
  readonly commit: string;
  readonly commitTime: string;
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
  /** With a rollback: the command that makes the plan in git what is live. */
  readonly revert?: string;
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
    text(
      change.revert === undefined
        ? `The plan in git still has the rejected content. Take it back there too with: git revert ${replaced.commit} (a merge needs: git revert -m 1 ${replaced.commit}); then merge and publish that.`
        : `The plan in git still has the rejected content. Take it back there too with: ${change.revert}; then merge and publish that.`,
    ),
  ];
}

/** A plan that was held or released, or was so already. */
export interface HeldPlan {
  readonly plan: string;
  readonly outcome: "held" | "released" | "unchanged";
  readonly wish: "hold" | "release";
  /** The live version, which stays as it is. */
  readonly live: number;
  /** What holds the plan after a hold; what held it before a release. */
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
    if (outcome === "unchanged") return [text(`${plan} was not held; ${stays}.`)];
    const rejected = hold?.rejectedVersion;
    const freed =
      rejected === undefined
        ? ""
        : `, also one with the content of version ${rejected}, which was rolled back`;
    return [
      text(
        `${plan} is released; ${stays}. The next commit publishes as usual${freed}: jointplan publish`,
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
