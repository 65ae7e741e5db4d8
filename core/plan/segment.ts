import type {
  OpeningGroup,
  RevenueSeries,
  SegmentJourney,
  SegmentTargets,
} from "../../schemas/documents.generated.ts";
import type { Month } from "../calendar-date.ts";
import type { LoadedDocuments } from "../document/index.ts";
import { validateTarget } from "../flow/index.ts";
import type { Currency, Minor } from "../money.ts";
import type { ReadAmount } from "./amounts.ts";
import { checkDurations } from "./durations.ts";
import { followJourney, type Rows } from "./journey-chain.ts";
import { monthsOf, spreadOverMonths } from "./period.ts";
import type { Problems } from "./problem.ts";
import { chainOf, type ModelFrame } from "./segment-model.ts";
import type { SoundSegment, SoundStage } from "./sound-plan.ts";
import { costsOf } from "./stage-costs.ts";

/** What every segment of a plan shares. */
export interface SegmentFrame {
  readonly documents: LoadedDocuments;
  readonly months: readonly Month[];
  readonly currency: Currency;
  readonly stages: ReadonlyMap<string, SoundStage>;
  readonly read: ReadAmount;
  readonly problems: Problems;
}

/** One segment's numbers as the two documents give them, with their places. */
export interface SegmentSource {
  readonly id: string;
  readonly title: string;
  readonly journey: SegmentJourney;
  readonly journeyPointer: string;
  readonly targets: SegmentTargets;
  readonly targetsPointer: string;
}

/** Joins a segment's journey and targets; `undefined` after problems were added. */
export function resolveSegment(
  source: SegmentSource,
  frame: SegmentFrame,
): SoundSegment | undefined {
  const { problems, months } = frame;
  const before = problems.found.length;
  checkDealValues(source, frame);
  const costs = costsOf(source.journey, source.journeyPointer, frame.read);
  const rows = followJourney(source.journey, source.journeyPointer, frame.stages, problems);
  const revenue = revenueOf(source, frame);
  const dealValue = dealValueOf(source, frame.read);
  checkDurations(source.journey, source.journeyPointer, problems);
  if (rows === undefined || problems.found.length > before) return undefined;
  checkEntries(source, rows, problems);
  const opening = openingOf(source, rows, problems);
  if (problems.found.length > before) return undefined;
  const model: ModelFrame = {
    start: `${months[0] ?? ""}-01`,
    months: months.length,
    opening,
  };
  const { entryMix = {} } = source.journey;
  const toSale = chainOf(rows.toSale, { ...model, entryMix }, problems);
  const beyondSale = rows.beyondSale.map((row) => chainOf(row, model, problems));
  if (toSale === undefined) return undefined;
  const wins = validateTarget(toSale.model, {
    revenuePerMonth: revenue.new.map(Number),
    averageDealValue: Number(dealValue.new),
  });
  if (!wins.ok) {
    for (const error of wins.error) {
      const step = rows.toSale.transitions.find((each) => each.from.id === error.stage);
      const place =
        step === undefined
          ? ({
              document: "targets",
              pointer: `${source.targetsPointer}/averageDealValue/new`,
            } as const)
          : ({ document: "journey", pointer: `${step.pointer}/conversion/value` } as const);
      problems.add(
        `funnel/${error.code.toLowerCase().replaceAll("_", "-")}`,
        place,
        error.message,
        error.help,
      );
    }
  }
  if (!wins.ok || problems.found.length > before) return undefined;
  return {
    id: source.id,
    title: source.title,
    journeyPointer: source.journeyPointer,
    targetsPointer: source.targetsPointer,
    toSale,
    beyondSale: beyondSale.filter((chain) => chain !== undefined),
    costs,
    dealValue,
    revenue,
    wins: wins.value,
  };
}

/** Refuses a target for existing business whose deals have no value although the segment's journey books them. */
function checkDealValues(source: SegmentSource, { stages, problems }: SegmentFrame): void {
  const reached = new Set(source.journey.transitions.map((step) => step.to));
  for (const kind of ["expansion", "renewal"] as const) {
    const series = source.targets.revenue[kind];
    const wanted =
      series !== undefined && series !== 0 && Object.values(series).some((each) => each > 0);
    const booked = [...stages.values()].some(
      (stage) => stage.business === kind && reached.has(stage.id),
    );
    if (!wanted || !booked || source.targets.averageDealValue[kind] !== undefined) continue;
    problems.add(
      "document/deal-value-missing",
      { document: "targets", pointer: `${source.targetsPointer}/averageDealValue` },
      `Segment "${source.id}" has a target for ${kind}, but nobody says what one ${kind} brings.`,
      `Add "${kind}" to "averageDealValue".`,
    );
  }
}

function dealValueOf(source: SegmentSource, read: ReadAmount): SoundSegment["dealValue"] {
  const at = (kind: string): Minor | undefined =>
    read("targets", `${source.targetsPointer}/averageDealValue/${kind}`);
  return { new: at("new"), expansion: at("expansion"), renewal: at("renewal") };
}

/** Revenue per month. A plan that only gives a total is computed as new business; a rule says that it must be split. */
function revenueOf(source: SegmentSource, frame: SegmentFrame): SoundSegment["revenue"] {
  const { revenue } = source.targets;
  const at = (kind: "new" | "expansion" | "renewal" | "total"): readonly Minor[] =>
    seriesOf(revenue[kind], `${source.targetsPointer}/revenue/${kind}`, frame);
  return {
    new: at(revenue.new === undefined && revenue.total !== undefined ? "total" : "new"),
    expansion: at("expansion"),
    renewal: at("renewal"),
  };
}

function seriesOf(
  series: RevenueSeries | undefined,
  pointer: string,
  frame: SegmentFrame,
): readonly Minor[] {
  const { months, problems, read } = frame;
  if (series === undefined || series === 0) return months.map(() => 0n);
  const amounts = new Map<string, Minor>();
  for (const period of Object.keys(series)) {
    const outside = monthsOf(period).filter((month) => !months.includes(month));
    if (outside.length > 0) {
      problems.add(
        "document/period-outside",
        { document: "targets", pointer: `${pointer}/${period}` },
        `${period} is not within the plan, which runs from ${months[0]} to ${months.at(-1)}.`,
        "Take it out, or give the months that lie within the plan one by one.",
      );
    }
    const amount = read("targets", `${pointer}/${period}`);
    if (amount !== undefined) amounts.set(period, amount);
  }
  return spreadOverMonths(amounts, months);
}

function checkEntries(source: SegmentSource, rows: Rows, problems: Problems): void {
  const mix = source.journey.entryMix;
  const at = { document: "journey", pointer: `${source.journeyPointer}/entryMix` } as const;
  const enterable = rows.toSale.stages.slice(0, -1).map((stage) => stage.id);
  if (mix !== undefined) {
    for (const stage of Object.keys(mix).filter((each) => !enterable.includes(each))) {
      problems.unknown(
        { ...at, pointer: `${at.pointer}/${stage}` },
        "stage",
        stage,
        enterable,
        `before the sale in segment "${source.id}"`,
      );
    }
    const sum = Object.values(mix).reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) > 1e-9) {
      problems.add(
        "document/shares",
        at,
        `The shares of new prospects add up to ${Number(sum.toPrecision(10))}.`,
        "They must add up to 1.",
      );
    }
  }
  for (const row of [rows.toSale, ...rows.beyondSale]) {
    for (const step of row.transitions) {
      const back = step.document.recycle?.to;
      // Whoever has bought is no new prospect again: after the sale they come back to a stage after it.
      const known = row.stages
        .slice(0, row.stages.indexOf(step.to))
        .filter((stage) => step.from.beforeSale || !stage.beforeSale)
        .map((stage) => stage.id);
      if (back !== undefined && !known.includes(back)) {
        problems.unknown(
          { document: "journey", pointer: `${step.pointer}/recycle/to` },
          "stage",
          back,
          known,
          `up to "${step.from.id}" in segment "${source.id}"`,
        );
      }
    }
  }
}

function openingOf(source: SegmentSource, rows: Rows, problems: Problems): ModelFrame["opening"] {
  const groups = source.targets.openingPipeline;
  if (groups === undefined) return [];
  const known = new Set(
    [rows.toSale, ...rows.beyondSale]
      .flatMap((row) => row.stages.slice(0, -1))
      .map((stage) => stage.id),
  );
  return groups.map((group: OpeningGroup, index) => {
    const pointer = `${source.targetsPointer}/openingPipeline/${index}`;
    if (!known.has(group.stage)) {
      problems.unknown(
        { document: "targets", pointer: `${pointer}/stage` },
        "stage",
        group.stage,
        known,
        `with a next step in segment "${source.id}"`,
      );
    }
    return { group, pointer };
  });
}
