import {
  type ApprovalAnswer,
  type ApprovalPolicy,
  type Reason,
  type Voice,
} from "../core/approval/index.ts";
import { type Team } from "../core/finding.ts";
import { dateText, listText } from "../core/wording.ts";
import { listedAtMost } from "./approval-words.ts";
import { toldOf, unseenWords } from "./approvals.ts";
import { type Block, type Cell, type Report } from "./block.ts";
import { type Ask } from "./impact/asks.ts";
import { type ToldChange } from "./impact/change-words.ts";
import { cellWords } from "./impact/effects.ts";
import { relativeWords } from "./impact/value-words.ts";
import { nameOf, teamNames } from "./words.ts";

/** What an explanation is made from. */
export interface ApprovalExplanation {
  readonly policy: ApprovalPolicy;
  readonly answer: ApprovalAnswer;
  readonly reasons: readonly Reason[];
  readonly voices: readonly Voice[];
  /** The changes in words; empty where the plan as a whole is new or gone. */
  readonly told: readonly ToldChange[];
  /** What functions must do, before and after; empty where that cannot be computed. */
  readonly asks: readonly Ask[];
}

/** At most so many numbers, or changes, are named for one reason. */
const mostNamed = 3;

/** At most so many rows. */
const mostRows = 50;

/** `new prospects, Small firms 266 → 355 (+33 %)`. */
function numberWords({ what, segment, before, after, show }: Ask): string {
  const thing = `${what.charAt(0).toLowerCase()}${what.slice(1)}, ${segment}`;
  if (before === after) return `${thing} ${show(after)}, but in other months`;
  const relative = relativeWords(before, after);
  return `${thing} ${show(before)} → ${show(after)}${relative === undefined ? "" : ` (${relative})`}`;
}

/** What moves for a function: the computed numbers, or that a duty or pay of it is touched. */
function movesFor(team: Team, { asks }: ApprovalExplanation): string {
  const moved = asks
    .filter((each) => each.moved && (each.team === team || each.to === team))
    .map(numberWords);
  return moved.length === 0
    ? `it changes what ${teamNames[team]} owes or is paid`
    : `it changes what ${teamNames[team]} must do: ${listedAtMost(moved, "number", mostNamed)}`;
}

const classWords = {
  major: "it moves what a team owes or is paid",
  minor: "it adds or loosens something that binds nobody yet",
  editorial: "it changes words only",
} as const;

/** Why a rule applies to its changes: every part of its condition. */
function conditionWords(
  { rule }: Reason,
  about: readonly ToldChange[],
  all: ApprovalExplanation,
): string {
  if (rule === undefined) return "no rule says who agrees to this, so both teams must";
  const changes = about.flatMap((each) => each.changes);
  const { class: classes = [], affects = [], documents = [] } = rule.when;
  const weights = classes.filter((each) => changes.some((change) => change.class === each));
  const teams = affects.filter((each) => changes.some((change) => change.affects.includes(each)));
  const touched = documents.filter((each) => changes.some(({ document }) => document === each));
  const parts = [
    ...weights.map((each) => classWords[each]),
    ...teams.map((each) => movesFor(each, all)),
    ...(touched.length === 0 ? [] : [`it touches ${listText(touched.map(nameOf))}`]),
  ];
  return `the rule “${rule.id}” says so, because ${listText(parts)}`;
}

function reasonText(reason: Reason, explanation: ApprovalExplanation): string {
  const { told } = explanation;
  const { title } = reason.team;
  if (told.length === 0)
    return `${title}: the plan as a whole is to be agreed on, and that takes both teams.`;
  const about = toldOf(reason.changes, told);
  const places = about.map(({ where }) => `“${where}”`);
  const many = (reason.rule?.count ?? 1) > 1 ? ` (${reason.rule?.count} people)` : "";
  return `${title}${many}: ${conditionWords(reason, about, explanation)}. Asked about ${listedAtMost(places, "change", mostNamed)}.`;
}

const weights = { major: "major", minor: "minor", editorial: "wording" } as const;

function changeRow(told: ToldChange, { answer }: ApprovalExplanation): readonly Cell[] {
  const { changes, where, before, after } = told;
  const asked = answer.teams.filter(({ scope }) => toldOf(scope, [told]).length > 0);
  const [first] = changes;
  return [
    where,
    cellWords(before),
    cellWords(after),
    first === undefined ? "" : weights[first.class],
    listText(asked.map(({ team }) => team.title)),
    first === undefined ? "" : `${first.document}/${first.path}`,
  ];
}

function changesTable(explanation: ApprovalExplanation): Report {
  const { told } = explanation;
  if (told.length === 0) return [];
  const hidden = told.length - mostRows;
  const table: Block = {
    kind: "table",
    caption: "What is to be agreed on",
    columns: ["Change", "Before", "After", "Weight", "Who is asked", "Place"].map((title) => ({
      title,
      numeric: false,
    })),
    rows: told.slice(0, mostRows).map((each) => changeRow(each, explanation)),
  };
  return hidden > 0
    ? [table, { kind: "text", text: `${hidden} more changes stand in --format json.` }]
    : [table];
}

/** What one person's word does, and why. */
export function voiceText(voice: Voice, { policy, told }: ApprovalExplanation): string {
  const titleOf = (id: string | undefined): string =>
    policy.teams.find((team) => team.id === id)?.title ?? nameOf(id ?? "");
  const { by, why, at, seat, unseen = [] } = voice;
  const team = titleOf(voice.team);
  const on = at === undefined ? "" : ` on ${dateText(at.slice(0, 10))}`;
  switch (why) {
    case "author":
      return `${by} counts for ${team}: whoever proposes a change agrees to it.`;
    case "approved":
      return `${by} counts for ${team}: approved${on}, and has seen everything that ${team} is asked about.`;
    case "asks-for-changes":
      return `${by} of ${team} asked for changes${on}; nothing goes in until ${by} or somebody else of ${team} approves after that.`;
    case "settled":
      return `${by} of ${team} asked for changes${on}; somebody of ${team} approved since, which settles it. ${by} counts as neither yes nor no.`;
    case "unseen":
      return `${by} does not count for ${team} any more: approved${on}, before this came in: ${unseenWords(unseen, told)}.`;
    case "other-seat":
      return `${by} does not count for ${team}: ${by} is in both teams, counts for ${titleOf(seat)}, and nobody counts twice.`;
    case "enough":
      return `${by} agrees for ${team} too; ${team} has as many as it needs.`;
    case "taken-back":
      return `${by} does not count for ${team}: what ${by} said was taken back.`;
    case "comment":
      return `${by} does not count for ${team}: a comment says neither yes nor no.`;
    case "not-asked":
      return `${by} is not needed: no rule asks ${team} about this change.`;
    case "no-member":
      return `${by} does not count: no team of approvals.json names ${by}.`;
    case "bot":
      return `${by} does not count: it is the account of a program.`;
    default:
      return why satisfies never;
  }
}

/** Why each team is asked and about what, whose word counts and whose does not: proof below the standing. */
export function explanationBlocks(explanation: ApprovalExplanation): Report {
  const { reasons, voices } = explanation;
  if (reasons.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Why these teams" },
    { kind: "list", items: reasons.map((each) => reasonText(each, explanation)) },
    ...changesTable(explanation),
    { kind: "heading", level: 2, text: "Whose word counts" },
    voices.length === 0
      ? {
          kind: "text",
          text: "Nobody has said anything yet: no author is named, and there is no review.",
        }
      : { kind: "list", items: voices.map((each) => voiceText(each, explanation)) },
  ];
}
