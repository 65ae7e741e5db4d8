import { listText, minuteText } from "../core/wording.ts";
import type { Report } from "./block.ts";
import { evidenceText, type KnownEvidence } from "./evidence.ts";
import { count } from "./number.ts";

/** A version in the history of a plan. */
export interface PastVersion {
  readonly version: number;
  readonly cause: "publish" | "rollback" | "resume";
  readonly restores?: number;
  readonly reason?: string;
  readonly publishedAt: string;
  readonly commit: string;
  readonly actor: string;
  readonly evidence: KnownEvidence;
}

/** The newest versions of a plan. */
export interface PlanHistory {
  readonly plan: string;
  /** The live version, which is also how many versions there are. */
  readonly live: number;
  /** Newest first. */
  readonly versions: readonly PastVersion[];
  readonly hold?: { readonly kind: "freeze" | "rollback"; readonly rejectedVersion?: number };
}

/** Why a version exists, in a few words. */
function causeText({ cause, restores = 0, reason }: PastVersion): string {
  const why = reason === undefined ? "" : `: ${reason}`;
  switch (cause) {
    case "publish":
      return "published";
    case "rollback":
      return `rollback to ${restores}${why}`;
    case "resume":
      return `version ${restores} resumed${why}`;
    default:
      return cause satisfies never;
  }
}

function sentence({ plan, live, versions, hold }: PlanHistory): string {
  const newest = versions.length === 1 ? "Only the newest is" : `The newest ${versions.length} are`;
  const shown = versions.length < live ? ` ${newest} shown.` : "";
  const rejected = hold?.rejectedVersion;
  const held = [
    ...(hold?.kind === "freeze" ? ["publishing is held"] : []),
    ...(rejected === undefined ? [] : [`version ${rejected} is rejected`]),
  ];
  const state = listText([`version ${live} is live`, ...held]);
  return `${plan} has ${count(live, "version")}: ${state}.${shown}`;
}

/** The versions of a plan, newest first: when, why, from which commit, by whom, and how it is known that both teams agreed. */
export function historyReport(history: PlanHistory): Report {
  return [
    { kind: "text", text: sentence(history) },
    {
      kind: "table",
      caption: `The versions of ${history.plan}, newest first`,
      columns: [
        { title: "Version", numeric: true },
        { title: "Live from", numeric: false },
        { title: "Why", numeric: false },
        { title: "Commit", numeric: false },
        { title: "Who", numeric: false },
        { title: "Agreed", numeric: false },
      ],
      rows: history.versions.map((each) => [
        String(each.version),
        minuteText(each.publishedAt),
        causeText(each),
        each.commit.slice(0, 10),
        each.actor,
        evidenceText(each.evidence),
      ]),
    },
  ];
}
