import { err, ok, type Result } from "../result.ts";
import { calendarGrid } from "./calendar-grid.ts";
import { cohortRates } from "./cohort-rates.ts";
import { entryMix } from "./composite.ts";
import { eventualRates, frozenModel } from "./eventual-rate.ts";
import { type FunnelError, printable, shown } from "./funnel-error.ts";
import type { ValidModel, WinsTarget } from "./model.ts";

/** What must be won per month: wins, or revenue and the average value of a deal (one, or one per month). */
export type TargetInput =
  | { readonly winsPerMonth: readonly number[] }
  | {
      readonly revenuePerMonth: readonly number[];
      readonly averageDealValue: number | readonly number[];
    };

const isAmount = (value: number): boolean => value >= 0 && Number.isFinite(value);

function amountErrors(what: string, values: readonly number[]): readonly FunnelError[] {
  return values.flatMap((value, month): readonly FunnelError[] =>
    isAmount(value)
      ? []
      : [
          {
            code: "TARGET_RANGE",
            value,
            message: `The target of month ${month + 1} is ${shown(value)} ${what}; a target is 0 or more.`,
            help: "Write 0 for a month without a target.",
          },
        ],
  );
}

function dealValueErrors(values: readonly number[]): readonly FunnelError[] {
  const bad = values.find((value) => !(value > 0 && Number.isFinite(value)));
  return bad === undefined
    ? []
    : [
        {
          code: "DEAL_VALUE",
          value: bad,
          message: `The average deal value is ${shown(bad)}; it must be above 0, or no number of deals makes the revenue.`,
          help: "Give the mean revenue of a won deal in the target's currency.",
        },
      ];
}

/** The first step that nobody passes, when it keeps everybody from winning. */
function closedStepErrors(model: ValidModel): readonly FunnelError[] {
  const calendar = calendarGrid(model.start, model.months);
  const open = model.steps.map((step) =>
    cohortRates(step, calendar, 0, calendar.days).some(({ conversion }) => conversion > 0),
  );
  const shut = open.indexOf(false);
  const step = model.steps[shut];
  if (step === undefined) return [];
  const rates = eventualRates(frozenModel(model, calendar.days).steps);
  if (entryMix(model).some(({ stage, share }) => share > 0 && (rates[stage] ?? 0) > 0)) return [];
  return [
    {
      code: "ZERO_CONVERSION",
      stage: step.id,
      value: 0,
      message: `Nobody progresses from stage "${step.id}" (its conversion is 0), so no number of prospects reaches the target.`,
      help: "Give the step a conversion above 0, or set the target to 0.",
    },
  ];
}

/**
 * The target as wins per month (fractions of a deal are kept), or everything that is wrong with it for this funnel.
 * The only maker of a {@link WinsTarget}.
 */
export function validateTarget(
  model: ValidModel,
  target: TargetInput,
): Result<WinsTarget, readonly FunnelError[]> {
  const errors: FunnelError[] = [];
  let wins: readonly number[];
  if ("winsPerMonth" in target) {
    wins = target.winsPerMonth;
    errors.push(...amountErrors("wins", wins));
  } else {
    const { revenuePerMonth, averageDealValue } = target;
    const values = revenuePerMonth.map((_, month) =>
      typeof averageDealValue === "number"
        ? averageDealValue
        : (averageDealValue[month] ?? Number.NaN),
    );
    errors.push(...amountErrors("in revenue", revenuePerMonth), ...dealValueErrors(values));
    wins = revenuePerMonth.map((revenue, month) => revenue / (values[month] ?? Number.NaN));
  }
  if (wins.some((each) => each > 0)) errors.push(...closedStepErrors(model));
  if (errors.length > 0) return err(errors.map(printable));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that grants the brand.
  return ok({ winsPerMonth: wins } as WinsTarget);
}
