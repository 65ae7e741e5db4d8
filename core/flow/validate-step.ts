import { dayNumberOf, parseDate } from "../calendar-date.ts";
import type { CalendarGrid } from "./calendar-grid.ts";
import { cohortRates } from "./cohort-rates.ts";
import { type FunnelError, shown } from "./funnel-error.ts";
import type { ModelStep } from "./model.ts";
import { lagErrors } from "./validate-lag.ts";

/** One in a billion: what is rarer cannot be told from never, and asks for more prospects than there are people. */
const RAREST = 1e-9;

const isShare = (value: number): boolean => value >= 0 && value <= 1;
const isConversion = (value: number): boolean => isShare(value) && (value === 0 || value >= RAREST);

function conversionErrors({ id, conversion, changes = [] }: ModelStep): readonly FunnelError[] {
  const said = [
    { conversion, when: "" },
    ...changes.map((each) => ({ conversion: each.conversion, when: ` from ${each.from}` })),
  ];
  return said.flatMap(({ conversion: value, when }): readonly FunnelError[] =>
    value === undefined || isConversion(value)
      ? []
      : [
          {
            code: "RATE_RANGE",
            stage: id,
            value,
            message: `Stage "${id}" converts at ${shown(value)}${when}; a conversion lies between 0 and 1.`,
            help: "Say what share of those who enter the stage ever progress; 25 % is 0.25.",
          },
        ],
  );
}

/** A season is judged month by month on the terms in force, with a whole year of the first and of the last terms. */
function seasonErrors(step: ModelStep, calendar: CalendarGrid): readonly FunnelError[] {
  const { id, season } = step;
  if (season === undefined) return [];
  const bad = season.find((factor) => !(factor >= 0 && Number.isFinite(factor)));
  if (season.length !== 12 || bad !== undefined) {
    return [
      {
        code: "RATE_RANGE",
        stage: id,
        value: bad ?? season.length,
        message:
          bad === undefined
            ? `The season of stage "${id}" has ${season.length} factors; it needs 12.`
            : `The season of stage "${id}" has the factor ${shown(bad)}; a factor is 0 or more.`,
        help: "Give 12 factors on the conversion, January first; 1 changes nothing.",
      },
    ];
  }
  const changed = (step.changes ?? []).map(({ from }) => dayNumberOf(from) - calendar.firstDay);
  const first = Math.min(0, ...changed) - 366;
  const last = Math.max(calendar.days, ...changed) + 366;
  const rates = cohortRates(step, calendar, first, last);
  const rare = rates.find(({ conversion }) => conversion > 0 && conversion < RAREST);
  if (rare !== undefined) {
    return [
      {
        code: "RATE_RANGE",
        stage: id,
        value: rare.conversion,
        message: `Stage "${id}" converts at ${shown(rare.conversion)} in its weakest month, after the season; that is as good as never.`,
        help: "Write 0 for a month in which nobody goes on.",
      },
    ];
  }
  const most = rates.reduce((high, { conversion }) => Math.max(high, conversion), 0);
  if (most <= 1) return [];
  return [
    {
      code: "RATE_RANGE",
      stage: id,
      value: most,
      message: `Stage "${id}" converts at ${shown(most)} in its best month, after the season; a conversion lies between 0 and 1.`,
      help: "Lower the conversion or that month's factor; nothing is cut off silently.",
    },
  ];
}

/** True when at some time nobody progresses and losses are recorded: by a conversion of 0, or by a season of nothing but 0. */
function keepsEverybody({ conversion, changes = [], season, leakLag }: ModelStep): boolean {
  if (leakLag === "never" && changes.every((change) => change.leakLag === undefined)) return false;
  const never = season !== undefined && season.every((factor) => factor === 0);
  return never || [{ conversion }, ...changes].some((terms) => terms.conversion === 0);
}

function recycleErrors(step: ModelStep, index: number, stages: number): readonly FunnelError[] {
  const { id, recycle } = step;
  if (recycle === undefined) return [];
  const errors: FunnelError[] = [...lagErrors(id, "The recycling lag", recycle.lag)];
  if (!isShare(recycle.share)) {
    errors.push({
      code: "SHARE_RANGE",
      stage: id,
      value: recycle.share,
      message: `Stage "${id}" recycles a share of ${shown(recycle.share)}; a share lies between 0 and 1.`,
      help: "Say what share of those who leak comes back; half is 0.5.",
    });
  }
  if (!(Number.isInteger(recycle.to) && recycle.to >= 0 && recycle.to < stages)) {
    errors.push({
      code: "STAGE_UNKNOWN",
      stage: id,
      value: recycle.to,
      message: `Stage "${id}" recycles into stage ${shown(recycle.to)}; there are stages 0 to ${stages - 1} before the win.`,
      help: "Name a stage of this funnel that is not the win.",
    });
  }
  if (recycle.share === 1 && recycle.to <= index && keepsEverybody(step)) {
    errors.push({
      code: "LOOP_GAIN",
      stage: id,
      value: recycle.share,
      message: `Whoever enters stage "${id}" while nobody progresses comes back for ever: all who leave are recycled.`,
      help: "Give the stage a conversion above 0, or recycle less than everybody.",
    });
  }
  return errors;
}

function dateErrors({ id, changes = [] }: ModelStep): readonly FunnelError[] {
  return changes.flatMap(({ from }): readonly FunnelError[] =>
    parseDate(from) === undefined
      ? [
          {
            code: "DATE_UNKNOWN",
            stage: id,
            value: from,
            message: `A change of stage "${id}" starts on "${from}", which is no date.`,
            help: "Write dates as YYYY-MM-DD.",
          },
        ]
      : [],
  );
}

/** What is wrong with the step at `index` of a funnel with `stages` steps, in the order of its properties. */
export function stepErrors(
  step: ModelStep,
  index: number,
  stages: number,
  calendar: CalendarGrid | undefined,
): readonly FunnelError[] {
  const { id, lag, leakLag, changes = [] } = step;
  const dates = dateErrors(step);
  return [
    ...conversionErrors(step),
    ...lagErrors(id, "The lag", lag),
    ...(leakLag === undefined ? [] : lagErrors(id, "The leak lag", leakLag)),
    ...dates,
    ...changes.flatMap((change) => [
      ...(change.lag === undefined ? [] : lagErrors(id, `The lag from ${change.from}`, change.lag)),
      ...(change.leakLag === undefined
        ? []
        : lagErrors(id, `The leak lag from ${change.from}`, change.leakLag)),
    ]),
    ...(calendar === undefined || dates.length > 0 ? [] : seasonErrors(step, calendar)),
    ...recycleErrors(step, index, stages),
  ];
}
