import { dateText, listText, minuteText } from "../core/wording.ts";
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
  readonly hold?: { readonly kind: "freeze" | "rollback" };
  /** The versions that were rolled back and must not come back by themselves. */
  readonly rejected: readonly { readonly version: number }[];
}

/** Something that happened to a plan. */
export interface PastEvent {
  readonly sequence: number;
  readonly type: keyof typeof eventWords;
  /** The version that was live afterwards. */
  readonly version: number;
  readonly at: string;
  readonly actor?: string;
  readonly reason?: string;
  readonly on?: string;
}

const eventWords = {
  "plan.published": "published",
  "plan.rolled-back": "rolled back",
  "plan.resumed": "resumed",
  "plan.held": "held",
  "plan.released": "released",
  "plan.effective": "took effect",
} as const;

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

function sentence({ plan, live, versions, hold, rejected }: PlanHistory): string {
  const newest = versions.length === 1 ? "Only the newest is" : `The newest ${versions.length} are`;
  const shown = versions.length < live ? ` ${newest} shown.` : "";
  const numbers = rejected.map(({ version }) => String(version));
  const held = [
    ...(hold?.kind === "freeze" ? ["publishing is held"] : []),
    ...(numbers.length === 0
      ? []
      : numbers.length === 1
        ? [`version ${listText(numbers)} is rejected`]
        : [`versions ${listText(numbers)} are rejected`]),
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

/** What happened to a plan, newest first: when, what, which version was live then, who did it and why. */
export function eventsReport(plan: string, all: number, events: readonly PastEvent[]): Report {
  const newest = events.length === 1 ? "Only the newest is" : `The newest ${events.length} are`;
  const shown = events.length < all ? ` ${newest} shown.` : "";
  return [
    { kind: "text", text: `${plan} has ${count(all, "event")}.${shown}` },
    {
      kind: "table",
      caption: `What happened to ${plan}, newest first`,
      columns: [
        { title: "Event", numeric: true },
        { title: "When", numeric: false },
        { title: "What", numeric: false },
        { title: "Live then", numeric: true },
        { title: "Who", numeric: false },
        { title: "Why", numeric: false },
      ],
      rows: events.map(({ sequence, type, version, at, actor = "", reason = "", on }) => [
        String(sequence),
        minuteText(at),
        on === undefined ? eventWords[type] : `${eventWords[type]} on ${dateText(on)}`,
        String(version),
        actor,
        reason,
      ]),
    },
  ];
}
