import type { Month } from "../../calendar-date.ts";
import { covers } from "../../calendar-date.ts";
import { monthsOf, type SoundPlan } from "../../plan/index.ts";
import { countText, monthsText } from "../../wording.ts";
import type { Rule, RuleFinding } from "../rule.ts";
import { commitmentSeries } from "./commitment-series.ts";
import { revenueSeries } from "./revenue-series.ts";

const dataOf = (missing: readonly Month[], plan: SoundPlan): Record<string, string> => ({
  actual: String(plan.months.length - missing.length),
  limit: String(plan.months.length),
  unit: "months",
  missing: missing.join(" "),
});

function revenueGaps(plan: SoundPlan): readonly RuleFinding[] {
  return revenueSeries(plan).flatMap(({ name, subject, pointer, amounts }) => {
    const given = new Set(Object.keys(amounts).flatMap(monthsOf));
    const missing = plan.months.filter((month) => !given.has(month));
    if (missing.length === 0) return [];
    return [
      {
        at: { document: "targets", pointer },
        message: `${name} says nothing of ${monthsText(missing)}; the plan has ${countText(plan.months.length, "month")}.`,
        help: `Add an amount for ${missing.length === 1 ? "it" : "each"}; write "${missing[0] ?? ""}": 0 where nothing is to be won.`,
        data: dataOf(missing, plan),
        subject,
      },
    ];
  });
}

function commitmentGaps(plan: SoundPlan): readonly RuleFinding[] {
  return commitmentSeries(plan).flatMap(({ name, team, subject, commitments }) => {
    const missing = plan.months.filter(
      (month) => !commitments.some(({ commitment }) => covers(commitment, month)),
    );
    const [first] = commitments;
    if (missing.length === 0 || first === undefined) return [];
    return [
      {
        at: { document: "sla", pointer: first.pointer },
        message: `${name} promises nothing for ${monthsText(missing)}; the plan has ${countText(plan.months.length, "month")}.`,
        help: `Let "from" and "until" follow one another over the whole plan; write "prospectsPerMonth": 0 where nothing is promised.`,
        teams: [team],
        data: dataOf(missing, plan),
        subject,
      },
    ];
  });
}

/** What is agreed is agreed for the whole plan: a month that nobody speaks of is a month that nobody owes. */
export const gap: Rule = {
  id: "effective/gap",
  severity: "error",
  summary: "Revenue targets and promised numbers cover every month of the plan.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => [...revenueGaps(plan), ...commitmentGaps(plan)],
};
