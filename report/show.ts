import type { Team } from "../core/finding.ts";
import { moneyNumber } from "../core/money.ts";
import { businesses, type SoundPlan, type SoundSegment } from "../core/plan/index.ts";
import {
  listText,
  monthText,
  numberText,
  shareText,
  wayText,
  wholeAmountText,
} from "../core/wording.ts";
import type { Goal, GoalPart, Transition } from "../schemas/documents.generated.ts";
import type { Block, Report, TableBlock } from "./block.ts";
import { count, shortMoney } from "./number.ts";
import { nameOf, teamNames } from "./words.ts";

/** The plan on a page: what was agreed, in the order in which a leader asks. */
export function showReport(plan: SoundPlan): Report {
  const document = plan.documents.plan.value;
  const first = plan.months[0] ?? "";
  return [
    { kind: "heading", level: 1, text: plan.title },
    {
      kind: "text",
      tone: "quiet",
      text: `${monthText(first)} to ${monthText(plan.months.at(-1) ?? first)}, amounts in ${plan.currency.code}, dates in ${plan.timeZone}. Sponsor: ${roleTitle(plan, document.sponsor)}. Kept by: ${roleTitle(plan, document.owner)}.`,
    },
    { kind: "heading", level: 2, text: "The goal" },
    ...(document.goal.statement === undefined
      ? []
      : [{ kind: "text" as const, tone: "strong" as const, text: document.goal.statement }]),
    { kind: "list", items: goalLines(document.goal, plan) },
    { kind: "heading", level: 2, text: "The buyer's journey" },
    { kind: "text", text: "What the buyer does, and what each function does for it:" },
    journeyTable(plan),
    ...plan.segments.flatMap((segment) => segmentBlocks(segment, plan)),
    ...dutyBlocks(plan),
    ...tacticBlocks(plan),
  ];
}

/** The same for tools: the documents as agreed, by kind. */
export function showBody(plan: SoundPlan): object {
  return {
    plan: plan.id,
    title: plan.title,
    documents: Object.fromEntries(
      Object.values(plan.documents).map((document) => [document.kind, document.value]),
    ),
  };
}

const roleTitle = (plan: SoundPlan, id: string): string => plan.roles.get(id)?.title ?? id;

const goalNames = {
  revenue: "Revenue",
  profitability: "Profitability",
  customerExcellence: "Customer excellence",
  growth: "Growth",
} as const;

/** The four parts of the goal, a line each; a missing part says so. */
export function goalLines(goal: Goal, plan: SoundPlan): readonly string[] {
  return (["revenue", "profitability", "customerExcellence", "growth"] as const).map((part) => {
    const value = goal[part];
    return value === undefined
      ? `${goalNames[part]}: not agreed`
      : `${goalNames[part]}: ${goalValue(value, plan)} (${metricTitle(plan, value.metric)})`;
  });
}

function goalValue(part: GoalPart, plan: SoundPlan): string {
  switch (part.unit) {
    case "money":
      return wholeAmountText(part.target, plan.currency.code);
    case "share":
      return shareText(part.target);
    case "points":
      return count(part.target, "point");
    case "count":
      return numberText(part.target, 2);
    default:
      return part.unit satisfies never;
  }
}

function metricTitle(plan: SoundPlan, id: string): string {
  return plan.documents.plan.value.metrics?.find((metric) => metric.id === id)?.title ?? nameOf(id);
}

function journeyTable(plan: SoundPlan): TableBlock {
  return {
    kind: "table",
    caption: "The buyer's journey",
    columns: ["Stage", "The buyer says", "The buyer's next step", "Owner", "With a person"].map(
      (title, index) => ({
        title,
        numeric: index === 4,
      }),
    ),
    rows: plan.stages.map((stage) => [
      nameOf(stage.id),
      stage.title,
      stage.document.exit,
      stage.owner?.title ?? "nobody",
      stage.document.interactionMix === undefined
        ? "–"
        : shareText(stage.document.interactionMix.person),
    ]),
  };
}

function segmentBlocks(segment: SoundSegment, plan: SoundPlan): readonly Block[] {
  const transitions = [
    ...new Set([segment.toSale, ...segment.beyondSale].flatMap((chain) => chain.transitions)),
  ];
  const wanted = businesses.map((kind) => {
    const sum = segment.revenue[kind].reduce((total, amount) => total + amount, 0n);
    return `${kind} ${shortMoney(moneyNumber(sum, plan.currency))}`;
  });
  return [
    { kind: "heading", level: 2, text: segment.title },
    {
      kind: "text",
      text: `Revenue to win (${plan.currency.code}): ${listText(wanted)}. The steps, and what they rest on:`,
    },
    {
      kind: "table",
      caption: `Steps: ${segment.title}`,
      columns: ["Step", "Go on", "Typical time", "Rests on"].map((title, index) => ({
        title,
        numeric: index === 1,
      })),
      rows: transitions.map((step) => [
        wayText(step.from.id, step.to.id),
        shareText(step.document.conversion.value),
        durationText(step.document),
        restsOn(step.document),
      ]),
    },
  ];
}

/** How long a step takes, in words. */
export function durationText({ duration }: Transition): string {
  if (duration.fixed !== undefined) return count(duration.fixed, "day");
  if (duration.median !== undefined) {
    return `half in ${numberText(duration.median, 0)}, nine in ten in ${numberText(duration.p90 ?? 0, 0)} days`;
  }
  if (duration.mean !== undefined) return `${numberText(duration.mean, 0)} days on average`;
  return "as measured, day by day";
}

function restsOn({ conversion }: Transition): string {
  const { basis } = conversion;
  return basis === undefined
    ? `assumed: ${conversion.assumed ?? ""}`
    : `${numberText(basis.successes, 0)} of ${numberText(basis.trials, 0)}, entered ${basis.from} to ${basis.until}`;
}

function dutyBlocks(plan: SoundPlan): readonly Block[] {
  const duties = plan.documents.sla.value.duties;
  const teams: readonly Team[] = ["marketing", "sales", "success"];
  return [
    { kind: "heading", level: 2, text: "What each side owes the other" },
    ...teams.flatMap((team): readonly Block[] => {
      const own = duties.filter((duty) => duty.function === team);
      return own.length === 0
        ? []
        : [
            { kind: "heading", level: 3, text: teamNames[team] },
            {
              kind: "list",
              items: own.map((duty) => {
                const counter = duties.find((each) => each.id === duty.counterDuty);
                return `${duty.title}${counter === undefined ? "" : ` (in return: ${counter.title})`}`;
              }),
            },
          ];
    }),
  ];
}

/** A step by the names of its stages. */
function stepName(plan: SoundPlan, id: string): string {
  const chains = plan.segments.flatMap((segment) => [segment.toSale, ...segment.beyondSale]);
  const step = chains.flatMap((chain) => chain.transitions).find((each) => each.id === id);
  return step === undefined ? nameOf(id) : wayText(step.from.id, step.to.id);
}

function tacticBlocks(plan: SoundPlan): readonly Block[] {
  const document = plan.documents.tactics?.value;
  if (document === undefined) return [];
  const stopped = document.stopList ?? [];
  return [
    { kind: "heading", level: 2, text: "How each step is caused" },
    {
      kind: "table",
      caption: "Tactics",
      columns: ["Tactic", "Causes", "Who", "State"].map((title) => ({ title, numeric: false })),
      rows: document.tactics.map((tactic) => [
        tactic.title,
        listText([
          ...(tactic.brings ?? []).map((stage) => `new prospects in ${nameOf(stage)}`),
          ...(tactic.transitions ?? []).map((step) => stepName(plan, step)),
        ]),
        listText(tactic.functions.map((each) => teamNames[each])),
        tactic.state,
      ]),
    },
    ...(stopped.length === 0
      ? []
      : [
          { kind: "heading" as const, level: 3 as const, text: "What we no longer do" },
          { kind: "list" as const, items: stopped.map((each) => `${each.title}: ${each.why}`) },
        ]),
  ];
}
