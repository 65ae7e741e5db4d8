import type { RevenueSeries } from "../../../schemas/documents.generated.ts";
import { type CalendarDate, lengthOf, type Month } from "../../calendar-date.ts";
import { holdsOn, planDays } from "../../effective/index.ts";
import type { Minor } from "../../money.ts";
import {
  businesses,
  monthsOf,
  type Period,
  quarterOf,
  type SoundPlan,
  type SoundSegment,
} from "../../plan/index.ts";
import { amountText, monthText, titleText } from "../../wording.ts";
import { isAtWork } from "../tactic/tactics.ts";
import { type PastSeries, turnsOf } from "./past-series.ts";

/** A month has been worked for on its last day. */
const lastDay = (month: Month): CalendarDate => `${month}-${lengthOf(month)}`;

const kinds = {
  new: "for new business",
  expansion: "for expansion",
  renewal: "for renewal",
  total: "in total",
} as const;

/** The ids of segments whose targets give all revenue in one number. */
export function givenInTotal(plan: SoundPlan): ReadonlySet<string> {
  const { segments } = plan.documents.targets.value;
  return new Set(segments.filter(({ revenue }) => revenue.total !== undefined).map(({ id }) => id));
}

/** Exact amounts by month, or, for what is given in total, by quarter: parts of it may each be rounded to other cents. */
function amountsOf(
  plan: SoundPlan,
  segment: SoundSegment,
  kind: keyof typeof kinds,
): ReadonlyMap<Period, Minor> {
  const amounts = new Map<Period, Minor>();
  for (const [index, month] of plan.months.entries()) {
    const period = kind === "total" ? quarterOf(month) : month;
    for (const each of kind === "total" ? businesses : [kind]) {
      amounts.set(period, (amounts.get(period) ?? 0n) + (segment.revenue[each][index] ?? 0n));
    }
  }
  return amounts;
}

function targetOf(
  plan: SoundPlan,
  segment: SoundSegment,
  kind: keyof typeof kinds,
  series: RevenueSeries | undefined,
): PastSeries {
  const amounts = amountsOf(plan, segment, kind);
  const periodOf = (day: CalendarDate): Period => {
    const month = day.slice(0, 7);
    return kind === "total" ? quarterOf(month) : month;
  };
  const given = `${segment.targetsPointer}/revenue${series === undefined ? "" : `/${kind}`}`;
  return {
    document: "targets",
    list: ["segments"],
    key: `target ${segment.id}/${kind}`,
    name: `the target ${kinds[kind]} in segment ${titleText(segment.title)}`,
    teams: ["marketing", "sales"],
    turns: [...amounts.keys()].map((period) => lastDay(monthsOf(period).at(-1) ?? period)),
    valueOn: (day) => {
      const amount = amounts.get(periodOf(day)) ?? 0n;
      return amount === 0n ? undefined : amountText(amount, plan.currency);
    },
    pointerOn: (day) => {
      const periods = [periodOf(day), quarterOf(day.slice(0, 7))];
      const period = periods.find(
        (each) => typeof series === "object" && Object.hasOwn(series, each),
      );
      return period === undefined ? given : `${given}/${period}`;
    },
    remedy: ({ month }) =>
      `Keep the amounts of months that are over. Within a quarter that has begun, give each month its own amount and change those from "${month}" on.`,
    period: (day) => (kind === "total" ? quarterOf(day.slice(0, 7)) : monthText(day.slice(0, 7))),
  };
}

/** Revenue targets, month by month, so that a quarter and its three months are the same; `inTotal` are compared as a sum. */
export function targetSeries(plan: SoundPlan, inTotal: ReadonlySet<string>): readonly PastSeries[] {
  const authored = new Map(
    plan.documents.targets.value.segments.map(({ id, revenue }) => [id, revenue]),
  );
  return plan.segments.flatMap((segment) =>
    (inTotal.has(segment.id) ? (["total"] as const) : businesses).map((kind) =>
      targetOf(plan, segment, kind, authored.get(segment.id)?.[kind]),
    ),
  );
}

/** The ids of tactics that are only proposed, or over. */
export function idleTactics(plan: SoundPlan): ReadonlySet<string> {
  const tactics = plan.documents.tactics?.value.tactics ?? [];
  return new Set(
    tactics.filter((tactic) => !isAtWork({ tactic, pointer: "" })).map(({ id }) => id),
  );
}

/**
 * The time in which each tactic is at work, without those that are `idle` in one of the versions: a state bears no date, and what
 * was proposed and is done now was not done before.
 */
export function tacticSeries(plan: SoundPlan, idle: ReadonlySet<string>): readonly PastSeries[] {
  const days = planDays(plan);
  return (plan.documents.tactics?.value.tactics ?? []).flatMap((tactic, index): PastSeries[] => {
    if (idle.has(tactic.id)) return [];
    return [
      {
        document: "tactics",
        list: ["tactics"],
        key: `tactic ${tactic.id}`,
        name: `the tactic ${titleText(tactic.title)}`,
        teams: tactic.functions,
        turns: turnsOf(plan, [tactic]),
        valueOn: (day) => (holdsOn(tactic, days, day) ? "at work" : undefined),
        pointerOn: () => `/tactics/${index}`,
        remedy: ({ month }) =>
          `A tactic that ends says so with "until": "${month}" or later, and a new one begins with "from": "${month}" or later.`,
      },
    ];
  });
}
