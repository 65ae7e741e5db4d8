import { type CalendarDate } from "../calendar-date.ts";
import { compareFindings, type Findings, passes } from "../finding.ts";
import { type FunnelAnswer, requireFunnel } from "../funnel/index.ts";
import { findingAt, relatedTo, type SoundPlan } from "../plan/index.ts";
import { type RuleContext } from "./rule.ts";
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
  readonly notRun: readonly string[];
  /** Present when no finding is an error. */
  readonly checkedPlan: CheckedPlan | undefined;
}

/**
 * Runs every rule over a plan. Its approvals.json may give a rule another severity.
 *
 * @param options.asOf The day that ages and deadlines are judged on.
 * @param options.base The version to compare with, if any.
 * @returns Findings in the order of `compareFindings`; the same plan and day give the same findings.
 */
export function check(
  plan: SoundPlan,
  options: { readonly asOf: CalendarDate; readonly base?: SoundPlan },
): CheckAnswer {
  let funnel: FunnelAnswer | undefined;
  const context: RuleContext = {
    plan,
    asOf: options.asOf,
    base: options.base,
    funnel: () => (funnel ??= requireFunnel(plan, options.asOf)),
    related: (place, message) => relatedTo(plan.documents, place, message),
  };
  const runnable = rules.filter((rule) => rule.needsBase !== true || options.base !== undefined);
  const severities = plan.documents.approvals.value.severities ?? {};
  const findings = runnable
    .flatMap((rule) =>
      rule.check(context).map(({ at, ...input }) =>
        findingAt(plan.documents, at, {
          rule: rule.id,
          severity: severities[rule.id] ?? rule.severity,
          teams: rule.teams,
          ...input,
        }),
      ),
    )
    .toSorted(compareFindings);
  return {
    asOf: options.asOf,
    findings,
    notRun: rules.filter((rule) => !runnable.includes(rule)).map((rule) => rule.id),
    // The only place where a plan becomes checked.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    checkedPlan: passes(findings) ? (plan as CheckedPlan) : undefined,
  };
}
