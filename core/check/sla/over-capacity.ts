import { hiresFor, hireText, type RoleWorkload, tooLateText } from "../../funnel/index.ts";
import { monthsText, monthText, numberText, shareText, titleText } from "../../wording.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";

const hoursText = (hours: number): string => numberText(hours, 0);

/** A sentence that begins with a capital letter. */
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The part of the work for which nobody is there. */
const undone = (share: number): string =>
  share > 0.995
    ? "none of the work can be done"
    : `about ${shareText(Number(share.toFixed(2)))} of the work cannot be done in time`;

function helpFor(work: RoleWorkload, { plan, asOf }: Pick<RuleContext, "plan" | "asOf">): string {
  const advice = hiresFor(work, plan.months, asOf);
  const [hire, late] = [hireText(advice), tooLateText(advice)];
  const less =
    "agree on fewer hours for its activities and attempts, or on a lower target for these months";
  return [
    ...(hire === "" ? [] : [sentence(`${hire} ("headcount")`)]),
    ...(late === "" ? [] : [sentence(late)]),
    sentence(hire === "" ? less : `or ${less}`),
  ].join(" ");
}

function findingOf(
  work: RoleWorkload,
  context: Pick<RuleContext, "plan" | "asOf">,
): readonly RuleFinding[] {
  const { plan } = context;
  const { staffing, role, title, team } = work;
  const short = Math.max(...(staffing?.missing ?? [0]));
  if (staffing === undefined || short === 0) return [];
  const worst = staffing.missing.indexOf(short);
  const at = (series: readonly number[]): number => series[worst] ?? 0;
  const [needed, deals, capacity] = [at(work.needed), at(work.activeDeals), at(staffing.capacity)];
  const month = monthText(plan.months[worst] ?? "");
  const others = plan.months.filter(
    (_, index) => index !== worst && (staffing.missing[index] ?? 0) > 0,
  );
  const index = (plan.documents.resources?.value.staff ?? []).findIndex(({ id }) => id === role);
  return [
    {
      at: { document: "resources", pointer: `/staff/${index}/headcount` },
      message:
        `${titleText(title)} needs ${hoursText(needed)} hours in ${month} and has ${hoursText(at(staffing.available))}` +
        `${deals < 1 ? "" : `, because active deals take ${hoursText(deals)} of its ${hoursText(capacity)}`}: ` +
        `${hoursText(short)} are missing, and ${undone(short / (needed + deals))}.` +
        (others.length === 0 ? "" : ` Hours are missing in ${monthsText(others)} too.`),
      help: helpFor(work, context),
      teams: team === undefined ? ["marketing", "sales"] : [team],
      data: {
        actual: String(Number(needed.toPrecision(10))),
        limit: String(Number(at(staffing.available).toPrecision(10))),
        unit: "hours",
        month: plan.months[worst] ?? "",
      },
      subject: role,
    },
  ];
}

/** A promise is worth the hours that somebody has for it: what nobody has the time for is broken from the first day. */
export const overCapacity: Rule = {
  id: "sla/over-capacity",
  severity: "warning",
  summary:
    "Every role whose people are stated has the hours for its activities and for the attempts that the SLA promises.",
  teams: ["marketing", "sales"],
  check: ({ plan, asOf, funnel }) =>
    plan.documents.resources?.value.staff === undefined
      ? []
      : funnel().workload.flatMap((work) => findingOf(work, { plan, asOf })),
};
