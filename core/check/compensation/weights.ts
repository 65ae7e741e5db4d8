import { shareText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { rolePlansOf, weightOf, weightTolerance } from "./role-plans.ts";

/** Pay "at target" is paid when every component is on target; then the weights must be the whole of it. */
export const weights: Rule = {
  id: "compensation/weights",
  severity: "error",
  summary: "The weights of every pay plan's components add up to 1.",
  teams: ["marketing", "sales"],
  check: ({ plan }) =>
    rolePlansOf(plan).flatMap(({ rolePlan, pointer, name, side }) => {
      const weight = weightOf(rolePlan.components);
      const apart = Math.abs(1 - weight);
      if (apart <= weightTolerance) return [];
      const text = String(Number(weight.toPrecision(10)));
      const less = weight < 1;
      return [
        {
          at: { document: "compensation" as const, pointer: `${pointer}/components` },
          message: `The weights in the pay plan of the role ${name} add up to ${text}, not to 1: exactly on target it would pay ${shareText(weight)} of the variable pay.`,
          help: `${less ? "Raise" : "Lower"} the weights by ${String(Number(apart.toPrecision(10)))} together, so that they add up to 1.`,
          ...(side === undefined ? {} : { teams: [side] }),
          data: { actual: text, limit: "1", unit: "weight" },
          subject: rolePlan.id,
        },
      ];
    }),
};
