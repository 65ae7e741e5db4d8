import type { Month } from "../../calendar-date.ts";
import type { AgreedEffort, MonthStatus, SegmentFunnel } from "../../funnel/index.ts";
import { moneyNumber } from "../../money.ts";
import type { SoundPlan, SoundSegment } from "../../plan/index.ts";
import {
  aboutText,
  monthsText,
  monthText,
  numberText,
  roughText,
  titleText,
} from "../../wording.ts";
import type { Rule, RuleFinding } from "../rule.ts";
import { targetOf } from "../steps.ts";

/** Less than this part of a deal is not worth a word. */
const noticeable = 0.01;

const hopeless: ReadonlySet<MonthStatus> = new Set<MonthStatus>(["decided", "impossible"]);

/** The months that the plan does not reach, and how. */
interface Gap {
  readonly months: readonly Month[];
  /** Of these, the months that no new prospect can change any more. */
  readonly decided: readonly Month[];
  readonly worst: Month;
  readonly short: number;
  /** The month from which on the running total is reached; `undefined` when that is not within the plan. */
  readonly again: Month | undefined;
}

function gapOf(funnel: SegmentFunnel, months: readonly Month[]): Gap | undefined {
  const short = funnel.standing.flatMap(({ status, shortfall }, index) => {
    const beyond = status === "stretch" || hopeless.has(status);
    const month = months[index];
    return beyond && shortfall >= noticeable && month !== undefined
      ? [{ index, month, shortfall, decided: hopeless.has(status) }]
      : [];
  });
  const last = short.at(-1);
  if (last === undefined) return undefined;
  const worst = short.reduce((most, each) => (each.shortfall > most.shortfall ? each : most), last);
  return {
    months: short.map((each) => each.month),
    decided: short.filter((each) => each.decided).map((each) => each.month),
    worst: worst.month,
    short: worst.shortfall,
    again: months[last.index + 1],
  };
}

/** What the agreed effort means where more effort would help. */
function pushed({ recovery, naturalInflow }: AgreedEffort): string {
  const inflow = `the natural inflow (${roughText(naturalInflow)} new prospects a month)`;
  return recovery === 1
    ? `More than ${inflow} would be needed, and no more was agreed.`
    : `Even ${numberText(recovery, 2)} times ${inflow}, the most that was agreed, is not enough.`;
}

function findingOf(
  gap: Gap,
  segment: SoundSegment,
  plan: SoundPlan,
  effort: AgreedEffort,
): RuleFinding {
  const deals = `${numberText(gap.short, 2)} deals`;
  const value = moneyNumber(segment.dealValue.new ?? 0n, plan.currency);
  const money = aboutText(gap.short * value, plan.currency);
  const all = gap.decided.length === gap.months.length;
  const certain =
    gap.decided.length === 0
      ? pushed(effort)
      : `${all ? "That" : `What is missing in ${monthsText(gap.decided)}`} stays so whatever new prospects you find: they would buy too late.`;
  const later =
    gap.again === undefined
      ? "It is not made good within the plan."
      : `From ${monthText(gap.again)} on the running total is reached again.`;
  const less = `Agree less for ${monthsText(gap.months)}: ${
    gap.again === undefined
      ? `take ${deals} out of the target`
      : `move ${deals} of the target to ${monthText(gap.again)} or later`
  }`;
  const open = gap.months.filter((month) => !gap.decided.includes(month));
  return {
    at: targetOf(plan, segment),
    message: `Segment ${titleText(segment.title)} cannot reach its target in ${monthsText(gap.months)}: at worst ${deals} (${money}) are missing from the running total at the end of ${monthText(gap.worst)}. ${certain} ${later}`,
    help: all
      ? `${less}, or agree how sales and marketing win more of those who are already on the way.`
      : `${less}, or agree to push harder${gap.decided.length === 0 ? "" : `, which helps in ${monthsText(open)} only`}: "recovery" in targets.json is ${numberText(effort.recovery, 2)} times the natural inflow (${roughText(effort.naturalInflow)} new prospects a month).`,
    data: {
      actual: String(Number(gap.short.toPrecision(10))),
      limit: "0",
      unit: "deals short",
      months: gap.months.join(" "),
      decided: gap.decided.join(" "),
      again: gap.again ?? "never",
    },
    subject: segment.id,
  };
}

/** A plan worked back from its target may ask for prospects in the past; then it says so, by how much and until when. */
export const unreachable: Rule = {
  id: "funnel/unreachable",
  severity: "warning",
  summary: "Every month's target can be reached within the effort that the teams agreed to.",
  teams: ["marketing", "sales"],
  check: ({ plan, funnel }) => {
    const answer = funnel();
    const byId = new Map(answer.segments.map((each) => [each.segment, each]));
    return plan.segments.flatMap((segment) => {
      const found = byId.get(segment.id);
      const gap = found === undefined ? undefined : gapOf(found, answer.months);
      return found === undefined || gap === undefined
        ? []
        : [findingOf(gap, segment, plan, found.effort)];
    });
  },
};
