import type { LiveChanged } from "../functions/local/change-live.ts";
import { checkReport } from "../report/findings.ts";
import {
  type PlanInGit,
  type RestoredPlan,
  refusedReport,
  restoredReport,
} from "../report/live-change.ts";
import { type Answer, type Call, exitCode, UsageError } from "./command.ts";

/** What was asked for, beside what became of it. */
export interface LiveChangeAsked {
  readonly plan: string;
  readonly cause: RestoredPlan["cause"];
  readonly reason: string;
  readonly inGit?: PlanInGit;
}

/** The answer to a rollback or a resume: what is live, the findings that forbid it, or what must happen first. */
export function answerLiveChange(call: Call, asked: LiveChangeAsked, changed: LiveChanged): Answer {
  const { plan, cause } = asked;
  const notDone = cause === "rollback" ? "not rolled back" : "not resumed";
  const title = cause === "rollback" ? "What was rolled back" : "What was resumed";
  switch (changed.outcome) {
    case "restored":
    case "unchanged":
      return {
        title,
        report: restoredReport({ ...changed, ...asked }),
        body: bodyOf(asked, changed),
        code: exitCode.ok,
      };
    case "findings": {
      const { restores, folder, findings } = changed;
      const { version } = restores;
      return {
        title,
        report: [
          {
            kind: "text",
            tone: "bad",
            text: `${plan}: ${notDone}. Version ${version} has errors under today's rules; what is live stays live.`,
          },
          ...checkReport([
            {
              folder,
              title: undefined,
              asOf: call.asOf,
              findings,
              silenced: [],
              notRun: [],
              linesOf: () => undefined,
            },
          ]),
        ],
        body: {
          plan,
          cause,
          outcome: "refused",
          refused: { reason: "findings", version },
          findings,
        },
        code: exitCode.findings,
      };
    }
    case "nothing-before":
      throw new UsageError(`${changed.message} ${changed.help}`);
    case "refused": {
      const { reason, message, help } = changed;
      if (reason === "unknown-version") {
        throw new UsageError(`${message} ${help} Run: jointplan history ${plan}`);
      }
      return {
        title,
        report: refusedReport(plan, notDone, changed),
        body: { plan, cause, outcome: "refused", refused: { reason, message, help } },
        code: exitCode.precondition,
      };
    }
    default:
      return changed satisfies never;
  }
}

function bodyOf(
  { plan, cause, reason, inGit }: LiveChangeAsked,
  {
    outcome,
    live,
    restores,
    replaced,
  }: Extract<LiveChanged, { readonly outcome: "restored" | "unchanged" }>,
): object {
  const named = { version: restores.version, commit: restores.commit };
  return {
    plan,
    cause,
    outcome,
    version: live,
    restores: named,
    ...(outcome === "unchanged"
      ? {}
      : { replaced: { version: replaced.version, commit: replaced.commit }, reason }),
    ...(inGit === undefined ? {} : { inGit: { commit: inGit.commit, holds: inGit.holds } }),
    ...(inGit?.revert === undefined ? {} : { revert: inGit.revert }),
  };
}
