import type { ApprovalAnswer, ApprovalPolicy, Reason, Voice } from "../core/approval/index.ts";
import type { Team } from "../core/finding.ts";
import { dateText, listText } from "../core/wording.ts";
import { placesAtMost } from "./approval-words.ts";
import { changesWords, toldOf } from "./approvals.ts";
import type { Block, Cell, Report } from "./block.ts";
import type { Ask } from "./impact/asks.ts";
import type { ToldChange } from "./impact/change-words.ts";
import { cellWords } from "./impact/effects.ts";
import { relativeWords } from "./impact/value-words.ts";
import { nameOf, teamNames } from "./words.ts";

/** What an explanation is made from. */
export interface ApprovalExplanation {
  readonly policy: ApprovalPolicy;
  /** Whose approvals.json the policy stands in. */
  readonly policyFrom: "base" | "earlier" | "head";
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
    ? `what ${teamNames[team]} owes or is paid is changed`
    : `what ${teamNames[team]} must do moves (${placesAtMost(moved, "number", mostNamed)})`;
}

const classWords = {
  major: "what a team owes or is paid moves",
  minor: "something is added or loosened that binds nobody yet",
  editorial: "words are changed",
} as const;

/** Why a rule applies to its changes: every part of its condition. */
function conditionWords(
  { when }: NonNullable<Reason["rule"]>,
  about: readonly ToldChange[],
  all: ApprovalExplanation,
): string {
  const changes = about.flatMap((each) => each.changes);
  const { class: classes = [], affects = [], documents = [] } = when;
  const weightsMet = classes.filter((each) => changes.some((change) => change.class === each));
  const teams = affects.filter((each) => changes.some((change) => change.affects.includes(each)));
  const touched = documents.filter((each) => changes.some(({ document }) => document === each));
  return [
    ...weightsMet.map((each) => classWords[each]),
    ...(touched.length === 0 ? [] : [`${listText(touched.map(nameOf))} is touched`]),
    ...teams.map((each) => movesFor(each, all)),
  ].join("; and ");
}

function reasonText(reason: Reason, explanation: ApprovalExplanation): string {
  const { told } = explanation;
  const { team, rule, changes } = reason;
  if (told.length === 0 && rule !== undefined)
    return `${team.title}${(rule.count ?? 1) > 1 ? `, ${rule.count} people` : ""}, by the rule ${JSON.stringify(rule.id)}: the plan as a whole is to be agreed on.`;
  if (told.length === 0)
    return `${team.title}: the plan as a whole is to be agreed on, and that takes both teams.`;
  const asked = `Asked about: ${changesWords(changes, told)}.`;
  if (rule === undefined)
    return `${team.title}: no rule says who agrees to this, so both teams must. ${asked}`;
  const people = (rule.count ?? 1) > 1 ? `${rule.count} people, ` : "";
  const why = conditionWords(rule, toldOf(changes, told), explanation);
  return `${team.title}, ${people}by the rule ${JSON.stringify(rule.id)}: ${why}. ${asked}`;
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
function voiceText(voice: Voice, { policy, policyFrom, told }: ApprovalExplanation): string {
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
      return `${by} does not count for ${team}: approved${on}, but has not seen this: ${changesWords(unseen, told)}.`;
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
      return `${by} does not count: no team of approvals.json${policyFrom === "head" ? "" : ", as it was before the change,"} names ${by}.`;
    case "bot":
      return `${by} does not count: it is the account of a program.`;
    default:
      return why satisfies never;
  }
}

/** Why each team is asked and about what, whose word counts and whose does not: proof below the standing. */
export function explanationBlocks(explanation: ApprovalExplanation): Report {
  const { reasons, voices, policyFrom } = explanation;
  if (reasons.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Why these teams" },
    {
      kind: "text",
      text:
        policyFrom === "head"
          ? "Teams are those that the plan itself names."
          : "Teams and rules are those of approvals.json as it was before the change, so that no change loosens its own rules.",
    },
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
