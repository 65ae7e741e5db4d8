import type { Place, SoundPlan } from "../../plan/index.ts";
import { titleText } from "../../wording.ts";
import { groupBy } from "../group.ts";
import type { Rule } from "../rule.ts";
import { isVanity } from "./measures.ts";

/** A place that makes a measure something to reach, and what it is there. */
interface MetricUse {
  readonly metric: string;
  readonly at: Place;
  readonly as: string;
}

const parts = ["revenue", "profitability", "customerExcellence", "growth"] as const;

const inPay = (pointer: string): Place => ({ document: "compensation", pointer });

function usesOf({ documents }: SoundPlan): readonly MetricUse[] {
  const { goal } = documents.plan.value;
  const compensation = documents.compensation.value;
  return [
    ...parts.flatMap((part) => {
      const metric = goal[part]?.metric;
      const at: Place = { document: "plan", pointer: `/goal/${part}/metric` };
      return metric === undefined ? [] : [{ metric, at, as: "a part of the goal" }];
    }),
    ...compensation.sharedGoals.map(({ metric }, index) => ({
      metric,
      at: inPay(`/sharedGoals/${index}/metric`),
      as: "a shared goal",
    })),
    ...compensation.rolePlans.flatMap(({ components }, index) =>
      components.map(({ metric }, each) => ({
        metric,
        at: inPay(`/rolePlans/${index}/components/${each}/metric`),
        as: "something to be paid for",
      })),
    ),
  ];
}

/** You get what you measure: likes, visits and numbers of quotes rise without a sale, so they explain and never lead. */
export const vanityGoal: Rule = {
  id: "metric/vanity-goal",
  severity: "error",
  summary: "No goal and no pay rests on a diagnostic measure, or on one of activity or attention.",
  teams: ["marketing", "sales"],
  check: ({ plan, related }) => {
    const register = new Map(
      (plan.documents.plan.value.metrics ?? []).map((each) => [each.id, each]),
    );
    return [...groupBy(usesOf(plan), ({ metric }) => metric)].flatMap(([id, [use, ...others]]) => {
      const metric = register.get(id);
      const title = metric?.title ?? id;
      const vain = isVanity({ id, title });
      if (use === undefined || (metric?.use !== "diagnostic" && !vain)) return [];
      const why = vain
        ? "it can rise without anything being sold"
        : "the plan's list of metrics calls it a diagnostic, which explains and is not to be reached";
      return [
        {
          at: use.at,
          message: `The measure ${titleText(title)} is used as ${use.as}, but ${why}.`,
          help: vain
            ? "Measure instead what it is meant to bring about, for example the revenue won from it, and keep this number to explain."
            : `Use a measure that is a goal here, or agree that this one is: "use": "goal" in plan.json.`,
          related: others.slice(0, 5).map((each) => related(each.at, `used as ${each.as}`)),
          data: { actual: vain ? "vanity" : "diagnostic", limit: "goal", unit: "use" },
          subject: id,
        },
      ];
    });
  },
};
