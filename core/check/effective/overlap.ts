import { covers } from "../../calendar-date.ts";
import { monthsOf, quarterOf, type SoundPlan } from "../../plan/index.ts";
import { monthsText, monthText } from "../../wording.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";
import { changeOverlaps } from "./change-overlap.ts";
import { commitmentSeries } from "./commitment-series.ts";
import { revenueSeries } from "./revenue-series.ts";

type Related = RuleContext["related"];

function revenueOverlaps(plan: SoundPlan, related: Related): readonly RuleFinding[] {
  return revenueSeries(plan).flatMap(({ name, subject, pointer, amounts }) =>
    Object.keys(amounts)
      .filter(
        (period) => monthsOf(period).length === 1 && Object.hasOwn(amounts, quarterOf(period)),
      )
      .map((month) => ({
        at: { document: "targets", pointer: `${pointer}/${month}` },
        message: `${name} gives ${monthText(month)} twice: by itself, and within ${quarterOf(month)}.`,
        help: `Give the three months of ${quarterOf(month)} one by one and take the quarter out, or take "${month}" out.`,
        related: [
          related(
            { document: "targets", pointer: `${pointer}/${quarterOf(month)}` },
            "the quarter",
          ),
        ],
        data: { actual: "2", limit: "1", unit: `amounts for ${month}` },
        subject: `${subject}/${month}`,
      })),
  );
}

function commitmentOverlaps(plan: SoundPlan, related: Related): readonly RuleFinding[] {
  return commitmentSeries(plan).flatMap(({ name, team, subject, commitments }) =>
    commitments.flatMap(({ commitment, pointer }, index): readonly RuleFinding[] => {
      const about = { teams: [team], subject: `${subject}/${commitment.id}` };
      const { from = plan.months[0] ?? "", until } = commitment;
      if (until !== undefined && until <= from) {
        return [
          {
            ...about,
            at: { document: "sla", pointer: `${pointer}/until` },
            message: `${name} promises a number from ${monthText(from)} until ${monthText(until)}, which is over before it begins.`,
            help: `Write the month after the last one that it holds for, for example the month after ${monthText(from)}.`,
            data: { actual: until, limit: from, unit: "month" },
          },
        ];
      }
      const earlier = commitments.slice(0, index).flatMap((each) => {
        const both = plan.months.filter(
          (month) => covers(commitment, month) && covers(each.commitment, month),
        );
        return both.length === 0 ? [] : [{ pointer: each.pointer, id: each.commitment.id, both }];
      })[0];
      if (earlier === undefined) return [];
      return [
        {
          ...about,
          at: { document: "sla", pointer },
          message: `${name} promises two numbers for ${monthsText(earlier.both)}: "${earlier.id}" and "${commitment.id}".`,
          help: `Let the first end ("until") in the month in which the second begins ("from").`,
          related: [related({ document: "sla", pointer: earlier.pointer }, "the other number")],
          data: { actual: "2", limit: "1", unit: "numbers a month" },
        },
      ];
    }),
  );
}

/** Of two numbers for the same month each side believes the one it likes; for every day exactly one holds. */
export const overlap: Rule = {
  id: "effective/overlap",
  severity: "error",
  summary: "No two agreed numbers hold for the same time, and none ends before it begins.",
  teams: ["marketing", "sales"],
  check: ({ plan, related }) => [
    ...revenueOverlaps(plan, related),
    ...commitmentOverlaps(plan, related),
    ...changeOverlaps(plan, related),
  ],
};
