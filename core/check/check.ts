import type { CalendarDate } from "../calendar-date.ts";
import { compareFindings, type Findings, passes } from "../finding.ts";
import { type FunnelAnswer, requireFunnel } from "../funnel/index.ts";
import { findingAt, relatedTo, type SoundPlan } from "../plan/index.ts";
import {
  isBeyondExceptions,
  type Raised,
  type SilencedFinding,
  silence,
  subjectsOf,
} from "./exceptions.ts";
import type { Rule, RuleContext, RulesBefore } from "./rule.ts";
import { rules } from "./rules.ts";

declare const checked: unique symbol;

/** A sound plan without error findings. Made by {@link check} only; `publish` asks for it. */
export interface CheckedPlan extends SoundPlan {
  readonly [checked]: true;
}

/** What a check found, and the rules that could not run without a version to compare with. */
export interface CheckAnswer {
  readonly asOf: CalendarDate;
  readonly findings: Findings;
  /** What exceptions silence, in the same order; it does not count. */
  readonly silenced: readonly SilencedFinding[];
  readonly notRun: readonly string[];
  /** Present when no finding is an error. */
  readonly checkedPlan: CheckedPlan | undefined;
}

/** The check of a sound plan. */
export interface SoundCheck extends CheckAnswer {
  /** What the plan needs; computed once, for the first who asks. */
  readonly funnel: () => FunnelAnswer;
}

/**
 * Runs every rule over a plan. Its approvals.json may give a rule another severity, and silence findings for a time.
 *
 * @param options.asOf The day that ages and deadlines are judged on.
 * @param options.base The version to compare with, if any.
 * @param options.funnel What the plan needs, where somebody else works it out and keeps it.
 * @returns Findings in the order of `compareFindings`; the same plan and day give the same findings.
 */
export function check(
  plan: SoundPlan,
  options: {
    readonly asOf: CalendarDate;
    readonly base?: SoundPlan;
    readonly funnel?: () => FunnelAnswer;
  },
): SoundCheck {
  let known: FunnelAnswer | undefined;
  const funnel =
    options.funnel ?? ((): FunnelAnswer => (known ??= requireFunnel(plan, options.asOf)));
  const context: Omit<RuleContext, "before"> = {
    plan,
    asOf: options.asOf,
    base: options.base,
    funnel,
    related: (place, message) => relatedTo(plan.documents, place, message),
    usualSeverities: new Map(rules.map((rule) => [rule.id, rule.severity])),
  };
  const runnable = rules.filter((rule) => rule.needsBase !== true || options.base !== undefined);
  const severities = plan.documents.approvals.value.severities ?? {};
  // A change cannot disarm what is asked of it: the rules that compare weigh what the base says.
  const severitiesBefore = options.base?.documents.approvals.value.severities ?? {};
  const raise = (rule: Rule, before: RulesBefore): readonly Raised[] =>
    rule.check({ ...context, before }).map(({ at, ...input }) => ({
      finding: findingAt(plan.documents, at, {
        rule: rule.id,
        // Rules about the agreement keep their weight: nobody excuses himself from asking.
        severity:
          (isBeyondExceptions(rule.id)
            ? undefined
            : (rule.needsBase === true ? severitiesBefore : severities)[rule.id]) ?? rule.severity,
        teams: rule.teams,
        ...input,
      }),
      subjects: subjectsOf(plan, at),
    }));
  const first = runnable.filter((rule) => rule.runsLast !== true);
  const raised = first
    .flatMap((rule) => raise(rule, { rules: [], raised: [], silenced: [] }))
    .toSorted((a, b) => compareFindings(a.finding, b.finding));
  const { findings: counted, silenced } = silence(plan, options.asOf, raised);
  const before = { rules: first.map((rule) => rule.id), raised, silenced };
  const last = runnable.filter((rule) => rule.runsLast === true);
  const findings = [
    ...counted,
    ...last.flatMap((rule) => raise(rule, before)).map(({ finding }) => finding),
  ].toSorted(compareFindings);
  return {
    asOf: options.asOf,
    findings,
    silenced,
    funnel,
    notRun: rules.filter((rule) => !runnable.includes(rule)).map((rule) => rule.id),
    // The only place where a plan becomes checked.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    checkedPlan: passes(findings) ? (plan as CheckedPlan) : undefined,
  };
}
