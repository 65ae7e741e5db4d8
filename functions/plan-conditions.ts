import { countText, dateText, sentenceText } from "../core/wording.ts";
import { evidenceText, isEvidence, isOverride, type KnownEvidence } from "../report/evidence.ts";
import type { Condition, PlanStatus } from "../report/status.ts";

type Known = Omit<PlanStatus, "conditions">;

const ofLive = ({ live }: Known): Pick<Condition, "observedCommit"> =>
  live.commit === undefined ? {} : { observedCommit: live.commit };

const sinceLive = ({ live }: Known): Pick<Condition, "lastTransitionTime"> =>
  live.publishedAt === undefined ? {} : { lastTransitionTime: live.publishedAt };

/** Whether the live content holds together under the rules of the day. When it began to, nobody has written down. */
function validated(status: Known): Condition {
  const common = { type: "Validated", ...ofLive(status) } as const;
  if (status.health === "Damaged") {
    const message = status.message ?? "The content is damaged.";
    return { ...common, status: "Unknown", reason: "ContentDamaged", message };
  }
  const errors = status.totals?.errors ?? 0;
  const found = `The rules of ${dateText(status.asOf)} find ${errors === 0 ? "no error" : countText(errors, "error")}.`;
  return errors === 0
    ? { ...common, status: "True", reason: "Succeeded", message: found }
    : { ...common, status: "False", reason: "ErrorsFound", message: found };
}

/** Whether something proves that both teams agreed to what is live. */
function approved(status: Known, evidence: KnownEvidence | undefined): Condition {
  const common = { type: "Approved", ...ofLive(status) } as const;
  if (evidence === undefined || !isEvidence(evidence)) {
    const message = "Nothing kept with this version proves who agreed to it.";
    return { ...common, status: "Unknown", reason: "NoEvidence", message };
  }
  if (isOverride(evidence)) {
    const overridden = sentenceText(`The approvals were ${evidenceText(evidence)}`);
    const since = sinceLive(status);
    return { ...common, ...since, status: "False", reason: "Overridden", message: overridden };
  }
  const message = `Agreed ${evidenceText(evidence)}.`;
  return { ...common, ...sinceLive(status), status: "True", reason: "EvidenceKept", message };
}

/** Why what should be live is not. */
function whyOutOfSync({
  live,
  desired,
  observedCommit,
  hold,
}: Known): Pick<Condition, "reason" | "message" | "lastTransitionTime"> {
  const commit = desired?.commit.slice(0, 10) ?? "";
  const rejected = desired?.rejected;
  if (hold?.kind === "freeze") {
    const message = `Publishing is held by ${hold.actor}: ${sentenceText(hold.reason)}`;
    return { reason: "Held", message, lastTransitionTime: hold.since };
  }
  if (rejected !== undefined) {
    const { version, actor, reason, since } = rejected;
    const message = `Version ${version} was rolled back by ${actor}: ${sentenceText(reason)}`;
    return { reason: "Held", message, lastTransitionTime: since };
  }
  if (desired?.commit === observedCommit) {
    const message = `The content of commit ${commit} gave way to version ${live.version}, which is live.`;
    return { reason: "RolledBack", message };
  }
  return desired?.absent === true
    ? {
        reason: "NotPublished",
        message: `Commit ${commit} does not hold this plan; version ${live.version} stays live.`,
      }
    : { reason: "NotPublished", message: `Commit ${commit} is not published yet.` };
}

/** Whether what should be live is live, and what is in the way. */
function published(status: Known): Condition {
  const { sync, live, desired, observedCommit } = status;
  const common = {
    type: "Published",
    ...(observedCommit === undefined ? {} : { observedCommit }),
  } as const;
  const commit = desired?.commit.slice(0, 10) ?? "";
  const isLive = `Version ${live.version} is live`;
  switch (sync) {
    case "Synced": {
      const message = `${isLive} and has the content of commit ${commit}.`;
      return { ...common, ...sinceLive(status), status: "True", reason: "Succeeded", message };
    }
    case "Ahead": {
      const message = `${isLive}, from a later commit than ${commit}.`;
      return { ...common, ...sinceLive(status), status: "True", reason: "Superseded", message };
    }
    case "Unknown": {
      const message =
        observedCommit === undefined
          ? "This is a working copy, which nobody has published."
          : `${isLive}; there is no commit to compare it with.`;
      return { ...common, status: "Unknown", reason: "NothingToCompare", message };
    }
    case "OutOfSync":
      return { ...common, status: "False", ...whyOutOfSync(status) };
    default:
      return sync satisfies never;
  }
}

/** What is true of a plan, in the order in which a change passes: checked, agreed, published. */
export const conditionsOf = (
  status: Known,
  evidence: KnownEvidence | undefined,
): readonly Condition[] => [validated(status), approved(status, evidence), published(status)];
