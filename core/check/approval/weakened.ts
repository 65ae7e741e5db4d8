import { accountName } from "../../account-name.ts";
import type { JudgedChange } from "../../change/index.ts";
import { pointer as pointerOf } from "../../document/index.ts";
import type { Severity } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { countText, dateText, listText } from "../../wording.ts";
import { isBeyondExceptions } from "../exceptions.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";
import { type AskedLess, askedLess } from "./asked-less.ts";

type Said = Pick<RuleFinding, "message" | "data" | "subject">;

const agreed =
  "If that is meant, both teams say so in the pull request, by the rules that hold until now.";

const findingOf = (pointer: string, otherwise: string, said: Said): RuleFinding => ({
  at: { document: "approvals", pointer },
  help: `${agreed} Otherwise ${otherwise}.`,
  ...said,
});

const peopleText = (count: number): string =>
  count === 0 ? "nobody" : countText(count, "person", "people");

function changeText({ class: weight, document, affects }: JudgedChange): string {
  const moves =
    affects.length === 0
      ? ""
      : ` that moves what ${listText(affects)} ${affects.length === 1 ? "owes" : "owe"}`;
  return `${weight === "editorial" ? "an" : "a"} ${weight} change of ${document}.json${moves}`;
}

/** Who asked before. */
function askedBy({ rule, instead }: AskedLess): string {
  if (rule !== undefined) return `The rule "${rule}" asked`;
  return instead === undefined
    ? "Where no rule speaks, the plan asked"
    : `Before the rule "${instead}" the plan asked`;
}

/** Rules that are gone, ask fewer, or apply to less; and rules that speak where both teams were asked. */
function weakerRules(base: SoundPlan, head: SoundPlan): readonly RuleFinding[] {
  const { rules = [] } = head.documents.approvals.value;
  return askedLess(base, head).map((less) => {
    const { rule, instead, team, before, after, example } = less;
    const index = rules.findIndex(({ id }) => id === (rule ?? instead));
    const pointer = index < 0 ? "/rules" : `/rules/${index}`;
    return findingOf(
      pointer,
      rule === undefined ? "let rules ask both teams" : `put the rule "${rule}" back as it was`,
      {
        message: `${askedBy(less)} for ${peopleText(before)} of "${team}", for example for ${changeText(example)}; this version asks for ${peopleText(after)} of it.`,
        data: { actual: String(after), limit: String(before), unit: "people" },
        subject: `${rule ?? `instead of ${instead ?? "both"}`}/${team}`,
      },
    );
  });
}

/** The teams that each person speaks for, by account name. */
function teamsByMember({ documents }: SoundPlan): ReadonlyMap<string, readonly string[]> {
  const teamsOf = new Map<string, readonly string[]>();
  for (const { id, members } of documents.approvals.value.teams) {
    for (const member of new Set(members.map(accountName))) {
      teamsOf.set(member, [...(teamsOf.get(member) ?? []), id]);
    }
  }
  return teamsOf;
}

/** People who speak for two teams that they did not both speak for. */
function newlyShared(base: SoundPlan, head: SoundPlan): readonly RuleFinding[] {
  const [before, after] = [teamsByMember(base), teamsByMember(head)];
  const { teams } = head.documents.approvals.value;
  return [...after].flatMap(([person, now]) => {
    const was = before.get(person) ?? [];
    const added = now.filter((team) => !was.includes(team)).at(-1);
    if (now.length < 2 || added === undefined) return [];
    const team = teams.findIndex(({ id }) => id === added);
    const member = teams[team]?.members.findIndex((each) => accountName(each) === person) ?? 0;
    return [
      findingOf(`/teams/${team}/members/${member}`, `take "${person}" out of all teams but one`, {
        message: `"${person}" speaks for ${listText(now.map((each) => `"${each}"`))} now, so one of them can be asked and answered without anybody who speaks for it alone.`,
        data: { actual: String(now.length), limit: String(Math.max(was.length, 1)), unit: "teams" },
        subject: `member/${person}`,
      }),
    ];
  });
}

const weights: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Rules of the check that weigh less than they did. */
function lighterRules(
  base: SoundPlan,
  head: SoundPlan,
  usual: RuleContext["usualSeverities"],
): readonly RuleFinding[] {
  const [was = {}, is = {}] = [base, head].map(
    ({ documents }) => documents.approvals.value.severities,
  );
  return [...usual].flatMap(([rule, severity]) => {
    const [before, after] = [was[rule] ?? severity, is[rule] ?? severity];
    if (isBeyondExceptions(rule) || weights[after] >= weights[before]) return [];
    return [
      findingOf(pointerOf("severities", rule), `let it weigh "${before}" again`, {
        message: `What ${rule} finds was of the severity "${before}"; by this version it is "${after}".`,
        data: { actual: after, limit: before, unit: "severity" },
        subject: `severity/${rule}`,
      }),
    ];
  });
}

/** Exceptions that hold for longer than they were agreed for. */
function longerExceptions(base: SoundPlan, head: SoundPlan): readonly RuleFinding[] {
  const before = new Map(
    (base.documents.approvals.value.exceptions ?? []).map((each) => [each.id, each.expires]),
  );
  return (head.documents.approvals.value.exceptions ?? []).flatMap(({ id, expires }, index) => {
    const until = before.get(id);
    if (until === undefined || expires <= until) return [];
    return [
      findingOf(`/exceptions/${index}/expires`, `write "${until}" again`, {
        message: `The exception "${id}" was agreed until ${dateText(until)}; by this version it holds until ${dateText(expires)}.`,
        data: { actual: expires, limit: until, unit: "date" },
        subject: `exception/${id}`,
      }),
    ];
  });
}

/**
 * Nobody agrees to less agreement without seeing it: whoever asks fewer people from now on is told so, and both teams with him.
 *
 * A warning and not an error: approvals are judged by the base's policy, so the old rules guard this very change, and a check cannot
 * know who has agreed. As an error, from which `approval/…` has no exceptions, no team could ever ask for less, even together.
 */
export const weakened: Rule = {
  id: "approval/weakened",
  severity: "warning",
  summary:
    "No change needs fewer people to agree than before, and no finding weighs less or is excused for longer.",
  teams: ["marketing", "sales"],
  needsBase: true,
  check: ({ plan, base, usualSeverities }) =>
    base === undefined
      ? []
      : [
          ...weakerRules(base, plan),
          ...newlyShared(base, plan),
          ...lighterRules(base, plan, usualSeverities),
          ...longerExceptions(base, plan),
        ],
};
