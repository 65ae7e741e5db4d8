import { parseDate } from "../calendar-date.ts";
import { err, ok, type Result } from "../result.ts";
import { type CalendarGrid, calendarGrid } from "./calendar-grid.ts";
import { type FunnelError, printable, shown } from "./funnel-error.ts";
import type { FunnelModel, OpeningGroup, ValidModel } from "./model.ts";
import { stillInStage } from "./opening.ts";
import { stepErrors } from "./validate-step.ts";

const MOST_MONTHS = 600;

/** Below this share of its cohort a group is older than its lags allow. */
const NOBODY_LEFT = 1e-9;

function frameErrors({ start, months, steps }: FunnelModel): readonly FunnelError[] {
  const errors: FunnelError[] = [];
  if (parseDate(start)?.day !== 1) {
    errors.push({
      code: "START_NOT_MONTH",
      value: start,
      message: `The plan starts on ${start}; it must start on the first day of a month.`,
      help: "Write the first of the month as YYYY-MM-01.",
    });
  }
  if (!(Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS)) {
    errors.push({
      code: "MONTHS_RANGE",
      value: months,
      message: `The plan covers ${shown(months)} months; it covers whole months, from 1 to ${MOST_MONTHS}.`,
      help: "A year is 12 months.",
    });
  }
  if (steps.length === 0) {
    errors.push({
      code: "STAGE_UNKNOWN",
      value: 0,
      message: "The funnel has no stage before the win.",
      help: "Name at least one stage that prospects enter.",
    });
  }
  return errors;
}

function unknownStage(what: string, stage: number, last: number): FunnelError {
  return {
    code: "STAGE_UNKNOWN",
    value: stage,
    message: `${what} names stage ${shown(stage)}; the stages are 0 to ${last}.`,
    help: "Count stages from 0 in the order of the journey.",
  };
}

function mixErrors({ entryMix, steps }: FunnelModel): readonly FunnelError[] {
  if (entryMix === undefined) return [];
  const errors: FunnelError[] = [];
  for (const { stage, share } of entryMix) {
    if (steps[stage] === undefined) {
      errors.push(unknownStage("The entry mix", stage, steps.length - 1));
    }
    if (!(share >= 0 && share <= 1)) {
      errors.push({
        code: "SHARE_RANGE",
        value: share,
        message: `The entry mix has a share of ${shown(share)}; a share lies between 0 and 1.`,
        help: "Say what share of new prospects enters at the stage.",
      });
    }
  }
  const sum = entryMix.reduce((total, { share }) => total + share, 0);
  if (errors.length === 0 && !(Math.abs(sum - 1) <= 1e-9)) {
    errors.push({
      code: "SHARE_RANGE",
      value: sum,
      message: `The shares of the entry mix add up to ${shown(sum)}; they must add up to 1.`,
      help: "Every new prospect enters at exactly one stage.",
    });
  }
  return errors;
}

function groupErrors({ stage, count, ageDays }: OpeningGroup, model: FunnelModel): FunnelError[] {
  const { steps, won } = model;
  if (!(Number.isInteger(stage) && stage >= 0 && stage <= steps.length)) {
    return [unknownStage("The opening pipeline", stage, steps.length)];
  }
  const id = steps[stage]?.id ?? won;
  const errors: FunnelError[] = [];
  if (!(count >= 0 && Number.isFinite(count))) {
    errors.push({
      code: "COUNT_RANGE",
      stage: id,
      value: count,
      message: `The opening pipeline has ${shown(count)} prospects in stage "${id}"; a count is 0 or more.`,
      help: "Leave the group out if nobody is there.",
    });
  }
  if (ageDays !== undefined && !(ageDays >= 0 && ageDays <= 36_525)) {
    errors.push({
      code: "COUNT_RANGE",
      stage: id,
      value: ageDays,
      message: `The opening pipeline has prospects of ${shown(ageDays)} days in stage "${id}"; an age is 0 days or more.`,
      help: "Count the days since they entered the stage; 0 is the plan's first day.",
    });
  }
  return errors;
}

/** Needs lags that can be computed, so it is asked last. */
function ageErrors(model: FunnelModel, calendar: CalendarGrid): readonly FunnelError[] {
  return model.opening.flatMap((group): readonly FunnelError[] => {
    const step = model.steps[group.stage];
    if (step === undefined || group.count === 0) return [];
    if (stillInStage(step, calendar, group) > NOBODY_LEFT) return [];
    const { ageDays = 0, count } = group;
    return [
      {
        code: "STOCK_TOO_OLD",
        stage: step.id,
        value: ageDays,
        message:
          group.ageDays === undefined
            ? `The opening pipeline has ${shown(count)} prospects in stage "${step.id}", where by its lag nobody stays a day.`
            : `The opening pipeline has ${shown(count)} prospects who have been in stage "${step.id}" for ${shown(ageDays)} days; by its lag everybody has left before.`,
        help: "Close these prospects as lost, correct the age, or give the stage a lag with a longer tail.",
      },
    ];
  });
}

/**
 * The funnel as one that can be computed, or everything that is wrong with it, in the order of the model.
 * The only maker of a {@link ValidModel}. A target is judged by `validateTarget`. Codes: docs/funnel-mathematics.md 9.
 */
export function validateModel(model: FunnelModel): Result<ValidModel, readonly FunnelError[]> {
  const frame = frameErrors(model);
  const calendar = frame.length === 0 ? calendarGrid(model.start, model.months) : undefined;
  const errors = [
    ...frame,
    ...model.steps.flatMap((step, s) => stepErrors(step, s, model.steps.length, calendar)),
    ...mixErrors(model),
    ...model.opening.flatMap((group) => groupErrors(group, model)),
  ];
  if (errors.length === 0 && calendar !== undefined) errors.push(...ageErrors(model, calendar));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that grants the brand.
  return errors.length === 0 ? ok(model as ValidModel) : err(errors.map(printable));
}
