import {
  type ApprovalAnswer,
  type ApprovalPolicy,
  type ApprovalQuestion,
  evaluateApprovals,
  type Review,
} from "../../../core/approval/index.ts";
import type { JudgedChange } from "../../../core/change/judged.ts";

/** Two teams, somebody who is in both, finance for pay; wording needs one of Marketing. */
export const policy: ApprovalPolicy = {
  teams: [
    { id: "marketing", title: "Marketing", members: ["mia", "omar", "rev"] },
    { id: "sales", title: "Sales", members: ["lena", "sven", "rev"] },
    { id: "finance", title: "Finance", members: ["farid"] },
  ],
  rules: [
    { id: "marketing-agrees", when: { affects: ["marketing"] }, team: "marketing" },
    { id: "sales-agrees", when: { affects: ["sales"] }, team: "sales" },
    { id: "finance-pay", when: { documents: ["compensation"] }, team: "finance" },
    { id: "two-of-sales", when: { documents: ["approvals"] }, team: "sales", count: 2 },
    { id: "wording", when: { class: ["editorial"] }, team: "marketing" },
  ],
};

/** Changes by the letter that histories name them with; a digit after it makes another value of the same place. */
export function change(name: string): JudgedChange {
  const kinds: Readonly<Record<string, Omit<JudgedChange, "fingerprint">>> = {
    m: { document: "tactics", class: "minor", affects: ["marketing"] },
    s: { document: "sla", class: "minor", affects: ["sales"] },
    b: { document: "targets", class: "major", affects: ["marketing", "sales"] },
    p: { document: "compensation", class: "major", affects: ["marketing", "sales"] },
    a: { document: "approvals", class: "major", affects: ["sales"] },
    w: { document: "content", class: "editorial", affects: [] },
    o: { document: "resources", class: "minor", affects: [] },
  };
  const kind = kinds[name.charAt(0)];
  if (kind === undefined) throw new Error(`no change is called ${name}`);
  return { ...kind, fingerprint: name };
}

const words: Readonly<Record<string, Review["says"]>> = {
  yes: "approve",
  no: "request-changes",
  dismissed: "dismissed",
  comments: "comment",
};

/** A history as people tell it: `lena proposes b; mia yes; push b m; omar no; bot ci yes`. */
export function questionOf(history: string, given: ApprovalPolicy = policy): ApprovalQuestion {
  let changes: readonly JudgedChange[] = [];
  let author: string | undefined;
  let override: { by: string; reason: string; at: string } | undefined;
  const reviews: Review[] = [];
  for (const [index, step] of history.split("; ").entries()) {
    const [who = "", does = "", ...rest] = step.split(" ");
    const at = `2026-11-${String(index + 1).padStart(2, "0")}T09:00:00Z`;
    if (does === "proposes") [author, changes] = [who, rest.map(change)];
    else if (who === "push") changes = [does, ...rest].filter((each) => each !== "").map(change);
    else if (does === "overrides") override = { by: who, reason: rest.join(" "), at };
    else {
      const bot = who === "bot";
      const says = words[(bot ? rest[0] : does) ?? ""];
      if (says === undefined) throw new Error(`nobody understands "${step}"`);
      reviews.push({
        id: `r${index}`,
        by: bot ? does : who,
        says,
        at,
        saw: changes.map(({ fingerprint }) => fingerprint),
        bot,
      });
    }
  }
  return {
    policy: given,
    changes,
    reviews,
    ...(author === undefined ? {} : { author }),
    ...(override === undefined ? {} : { override }),
  };
}

/** What is said of a history. */
export const evaluate = (history: string, given: ApprovalPolicy = policy): ApprovalAnswer =>
  evaluateApprovals(questionOf(history, given));

/** An answer in a line: `pending: sales 1 of lena sven rev`. */
export function told(answer: ApprovalAnswer): string {
  const open = answer.teams.filter((team) => team.missing > 0);
  const missing = open.map(({ team, missing: count, waitingFor }) =>
    [team.id, count, "of", ...(waitingFor.length === 0 ? ["nobody"] : waitingFor)].join(" "),
  );
  const instead = answer.teams
    .filter((team) => team.missing === 0 && team.waitingFor.length > 0)
    .map(({ team, waitingFor }) => ["or", ...waitingFor, "for", team.id].join(" "));
  const rest = [
    ...answer.blockedBy.map(({ by }) => `${by} asks for changes`),
    ...missing,
    ...instead,
    ...answer.voided.map(
      ({ by, team, unseen }) => `${by} for ${team} has not seen ${unseen.join(" ")}`,
    ),
    ...answer.ignored.map(({ by, reason }) => `${by} ${reason}`),
  ];
  return rest.length === 0 ? answer.state : `${answer.state}: ${rest.join(", ")}`;
}
