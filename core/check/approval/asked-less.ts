import {
  type ApprovalPolicy,
  policyOf,
  type Requirement,
  requirementsOf,
} from "../../approval/index.ts";
import type { ChangeClass, JudgedChange } from "../../change/index.ts";
import { documentKinds } from "../../document/index.ts";
import type { Team } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";

/** A change for which one version asks fewer people of a team than the other. */
export interface AskedLess {
  /** The rule that asked, by its id; undefined where no rule spoke and both teams were asked. */
  readonly rule: string | undefined;
  /** The rule of the head that speaks instead, where no rule spoke before. */
  readonly instead: string | undefined;
  readonly team: string;
  readonly before: number;
  readonly after: number;
  /** The weightiest kind of change for which that is so. */
  readonly example: JudgedChange;
}

const classes: readonly ChangeClass[] = ["major", "minor", "editorial"];
const functions: readonly Team[] = ["marketing", "sales", "success"];

/** Every choice of functions that a change can move: none, one, two or all. */
const choices = functions.reduce<readonly (readonly Team[])[]>(
  (all, team) => all.flatMap((each) => [each, [...each, team]]),
  [[]],
);

/** One change of every kind that rules can tell apart, the weightiest first. */
const kindsOfChange: readonly JudgedChange[] = classes.flatMap((weight) =>
  documentKinds.flatMap(({ kind: document }) =>
    choices.map((affects) => ({ document, class: weight, affects, fingerprint: "any" })),
  ),
);

/** What a rule asks for, without its remarks; the same text for the same question. */
function askedBy({ rules }: ApprovalPolicy, id: string): string {
  const rule = rules.find((each) => each.id === id);
  return JSON.stringify(rule === undefined ? null : [rule.when, rule.team, rule.count ?? 1]);
}

/** Of the rules that asked, one that asks something else now; the strictest first. */
function causeOf(
  asked: Requirement,
  base: ApprovalPolicy,
  head: ApprovalPolicy,
): string | undefined {
  const turned = asked.rules.filter((id) => askedBy(base, id) !== askedBy(head, id));
  const strictest = base.rules.find(
    ({ id, count = 1 }) => turned.includes(id) && count === asked.count,
  );
  return strictest?.id ?? turned[0] ?? asked.rules[0];
}

/**
 * Where a head's rules ask fewer people than the base's of the same change: once for each rule and team, with the weightiest change.
 *
 * Both policies answer for one change of every class, document and choice of functions that it moves; so it is found however the
 * rules are written, and rules that are put otherwise and ask the same are no difference.
 */
export function askedLess(base: SoundPlan, head: SoundPlan): readonly AskedLess[] {
  const [before, after] = [base, head].map(({ documents }) => policyOf(documents.approvals.value));
  if (before === undefined || after === undefined) return [];
  const found = new Map<string, AskedLess>();
  for (const example of kindsOfChange) {
    const now = requirementsOf(after, [example]);
    for (const asked of requirementsOf(before, [example])) {
      const count = now.find(({ team }) => team.id === asked.team.id)?.count ?? 0;
      if (count >= asked.count) continue;
      const rule = causeOf(asked, before, after);
      const instead = rule === undefined ? now.flatMap(({ rules }) => rules)[0] : undefined;
      const key = JSON.stringify([rule ?? null, instead ?? null, asked.team.id]);
      if (found.has(key)) continue;
      const { id: team } = asked.team;
      found.set(key, { rule, instead, team, before: asked.count, after: count, example });
    }
  }
  return [...found.values()];
}
