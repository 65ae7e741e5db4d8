import type { ApprovalAnswer, TeamApproval } from "../core/approval/index.ts";
import { countText } from "../core/wording.ts";
import {
  agreedWords,
  anyOf,
  approvalSentence,
  nextSentence,
  placesAtMost,
  titlesOf,
  waitingWords,
} from "./approval-words.ts";
import type { Block, Cell, Report, Tone } from "./block.ts";
import type { ToldChange } from "./impact/change-words.ts";

/** At most so many changes are named in a sentence. */
const mostChanges = 3;

const headings: Readonly<Record<ApprovalAnswer["state"], string>> = {
  agreed: "agreed",
  pending: "waiting",
  blocked: "changes are asked for",
  overridden: "decided without agreement",
};

const tones: Readonly<Record<ApprovalAnswer["state"], Tone>> = {
  agreed: "good",
  pending: "warning",
  blocked: "bad",
  overridden: "warning",
};

/** The changes in words that some fingerprints stand for; a value and its unit are one. */
export const toldOf = (
  fingerprints: readonly string[],
  told: readonly ToldChange[],
): readonly ToldChange[] =>
  told.filter(({ changes }) =>
    changes.some(({ fingerprint }) => fingerprints.includes(fingerprint)),
  );

/** Changes as a sentence names them: the first few by their place. */
export function changesWords(fingerprints: readonly string[], told: readonly ToldChange[]): string {
  const places = toldOf(fingerprints, told).map(({ where }) => where);
  return places.length === 0
    ? "the plan as it is now"
    : placesAtMost(places, "change", mostChanges);
}

const aboutWords = ({ scope }: TeamApproval, told: readonly ToldChange[]): string =>
  told.length === 0 ? "the whole plan" : countText(toldOf(scope, told).length, "change");

function stateCell(team: TeamApproval, blockers: readonly string[]): Cell {
  if (blockers.length > 0) return { text: "asks for changes", tone: "bad" };
  if (team.missing === 0) return { text: "agreed", tone: "good" };
  const needed = team.count === 1 ? "waiting" : `waiting: ${team.agreed.length} of ${team.count}`;
  return { text: needed, tone: "warning" };
}

/** `lena, who proposes it; could: mia or omar`. */
function whoCell(team: TeamApproval, blockers: readonly string[]): string {
  const asking = blockers.length === 0 ? [] : [`${anyOf(blockers)} asks for changes`];
  const agreed = team.agreed.length === 0 ? [] : [agreedWords(team)];
  const open = team.missing === 0 ? [] : [waitingWords(team)];
  const could =
    agreed.length > 0 || asking.length > 0 ? open.map((each) => `needed: ${each}`) : open;
  return [...asking, ...agreed, ...could].join("; ");
}

function tableOf(answer: ApprovalAnswer, told: readonly ToldChange[]): Block {
  const blockersOf = (id: string): readonly string[] =>
    answer.blockedBy.filter(({ teams }) => teams.includes(id)).map(({ by }) => by);
  const asked = new Set(answer.teams.map(({ team }) => team.id));
  const others = [...new Set(answer.blockedBy.flatMap(({ teams }) => teams))].filter(
    (id) => !asked.has(id),
  );
  return {
    kind: "table",
    caption: "Who must agree",
    columns: ["Team", "State", "Who approved or may", "About"].map((title) => ({
      title,
      numeric: false,
    })),
    rows: [
      ...answer.teams.map((team): readonly Cell[] => {
        const blockers = blockersOf(team.team.id);
        return [
          team.team.title,
          stateCell(team, blockers),
          whoCell(team, blockers),
          aboutWords(team, told),
        ];
      }),
      ...others.map((id): readonly Cell[] => [
        titlesOf(answer, [id]),
        { text: "asks for changes", tone: "bad" },
        anyOf(blockersOf(id)),
        "not asked by a rule",
      ]),
    ],
  };
}

/** Approvals that do not cover what came after them, where they are missed. */
function voidedBlocks(answer: ApprovalAnswer, told: readonly ToldChange[]): Report {
  const missed = answer.voided.filter(({ team: id }) =>
    answer.teams.some(({ team, missing }) => team.id === id && missing > 0),
  );
  return missed.map(({ by, team, unseen }) => ({
    kind: "text",
    tone: "warning",
    text: `The approval of ${by} for ${titlesOf(answer, [team])} does not cover this, which ${by} has not seen: ${changesWords(unseen, told)}.`,
  }));
}

const isAsked = ({ teams, blockedBy }: ApprovalAnswer): boolean =>
  teams.length > 0 || blockedBy.length > 0;

const sentenceOf = (answer: ApprovalAnswer): Block => ({
  kind: "text",
  tone: tones[answer.state],
  text: approvalSentence(answer),
});

/** Who has not seen what, a row for each team, and what must happen next. */
const teamBlocks = (answer: ApprovalAnswer, told: readonly ToldChange[]): Report => [
  ...voidedBlocks(answer, told),
  tableOf(answer, told),
  { kind: "text", tone: "strong", text: nextSentence(answer) },
];

/** How far agreeing is: a sentence, a table with a row for each team, and what must happen next. */
export function standingBlocks(answer: ApprovalAnswer, told: readonly ToldChange[]): Report {
  return isAsked(answer) ? [sentenceOf(answer), ...teamBlocks(answer, told)] : [sentenceOf(answer)];
}

/**
 * The section "Approvals" of a report: a heading that says the state, a table (team, state, who agreed or could, about how
 * many changes), and one sentence `Next: …` that names who must do what.
 *
 * @param answer What `evaluateApprovals` says; without reviews it says who must agree.
 * @param told The same changes in words, as `tellChanges` gives them for the judgement that the answer was evaluated for: they are
 *   counted for each team and named where an approval came before them. Empty where the plan as a whole is new or gone; each team is
 *   then asked about the whole plan.
 */
export function approvalBlocks(answer: ApprovalAnswer, told: readonly ToldChange[]): Report {
  const waiting = answer.teams.filter(({ missing }) => missing > 0).map(({ team }) => team.id);
  const state =
    answer.state === "pending"
      ? `waiting for ${titlesOf(answer, waiting)}`
      : headings[answer.state];
  return [
    { kind: "heading", level: 2, text: `Approvals: ${state}` },
    // The heading has said the state; a table says the rest.
    ...(isAsked(answer) ? teamBlocks(answer, told) : [sentenceOf(answer)]),
  ];
}
