import { calendarGrid } from "../../../core/flow/calendar-grid.ts";
import {
  endToEnd,
  type FunnelError,
  type FunnelFlows,
  forward,
  newDealsNeeded,
  requirement,
  type TargetInput,
  type ValidModel,
  validateModel,
  validateTarget,
} from "../../../core/flow/index.ts";
import { lagParameters } from "../../../core/flow/lag-parameters.ts";
import { progressProbability } from "../../../core/flow/opening.ts";
import { changedInput, type InputChange } from "./case-change.ts";
import { type Difference, differences, type Tolerance } from "./case-compare.ts";
import { confidenceAnswer, confidenceTolerance, isConfidence } from "./case-confidence.ts";
import { type CaseInput, caseEntries, caseModel, caseOptions } from "./case-input.ts";
import { type SegmentedInput, segmentInputs, sumOfAnswers } from "./case-segments.ts";

/** A reference case as it stands in its file. */
export interface ReferenceCase {
  readonly id: string;
  readonly title: string;
  readonly input: CaseInput & Partial<SegmentedInput>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance?: Tolerance;
}

interface ChangesInput {
  readonly base: CaseInput;
  readonly changes: readonly InputChange[];
}

const sum = (row: readonly number[] = []): number => row.reduce((total, each) => total + each, 0);
const sumTable = (rows: readonly (readonly number[])[]): number => sum(rows.map(sum));

/** Only revenue for new deals and wins are targets of the engine; a total over all business is not. */
const winsTarget = ({ target }: CaseInput): TargetInput | undefined =>
  target === undefined || "totalRevenuePerMonth" in target ? undefined : target;

function refusal(input: CaseInput): readonly FunnelError[] {
  const model = validateModel(caseModel(input));
  if (!model.ok) return model.error;
  const target = winsTarget(input);
  const checked = target === undefined ? undefined : validateTarget(model.value, target);
  return checked === undefined || checked.ok ? [] : checked.error;
}

function totals(flows: FunnelFlows, input: CaseInput) {
  return {
    wins: sum(flows.wins),
    lost: sumTable(flows.lost),
    leaks: sumTable(flows.leaks),
    recycled: sumTable(flows.recycled),
    entries: flows.entries.map(sum),
    inflow: sumTable(caseEntries(input).map(({ perMonth }) => perMonth)),
    stock: sum(flows.stockEnd.slice(0, -1).map((row) => row.at(-1) ?? 0)),
    recyclePool: flows.recyclePoolEnd.at(-1) ?? 0,
  };
}

function forwardAnswer(model: ValidModel, input: CaseInput) {
  const flows = forward(model, caseEntries(input));
  const calendar = calendarGrid(model.start, model.months);
  const lag = model.steps[0]?.lag;
  return {
    ...flows,
    totals: totals(flows, input),
    endToEnd: endToEnd(model, 0),
    eventualProbability: endToEnd(model, 0).rate,
    eventualProbabilityByAge: model.opening.map((group) => {
      const step = model.steps[group.stage];
      return step === undefined ? 1 : progressProbability(step, calendar, group);
    }),
    ...(lag === undefined || lag.family === "fixed" || lag.family === "histogram"
      ? {}
      : { lagParameters: { family: lag.family, parameters: lagParameters(lag) } }),
  };
}

function requirementAnswer(model: ValidModel, input: CaseInput) {
  const target = winsTarget(input);
  const checked = target === undefined ? undefined : validateTarget(model, target);
  if (checked === undefined || !checked.ok) return undefined;
  const answer = requirement(model, checked.value, caseOptions(input));
  return { ...answer, z: answer.pressure, winsTarget: answer.target };
}

function newDeals(model: ValidModel, { target, values }: CaseInput): readonly number[] | undefined {
  if (target === undefined || !("totalRevenuePerMonth" in target) || values === undefined) {
    return undefined;
  }
  const renewals = forward(model, []).wins;
  return newDealsNeeded(target.totalRevenuePerMonth, renewals, values.renewal, values.newDeal);
}

/** Cases about histories have no funnel; the engine has no answer to them. */
const isFunnel = (input: Partial<CaseInput>): input is CaseInput =>
  input.stages !== undefined && input.calendar !== undefined;

/** Everything that a case may ask about one funnel, computed only where it is expected. */
function answers(input: Partial<CaseInput>, expected: ReferenceCase["expected"]) {
  if (!isFunnel(input)) return {};
  const model = validateModel(caseModel(input));
  if (!model.ok) return { refused: model.error };
  return {
    ...("forward" in expected ? { forward: forwardAnswer(model.value, input) } : {}),
    ...("requirement" in expected ? { requirement: requirementAnswer(model.value, input) } : {}),
    newDealsNeededPerMonth: newDeals(model.value, input),
  };
}

/** A refusal passes when one of its errors is the expected one. */
function refusalDifferences(
  expected: unknown,
  errors: readonly FunnelError[],
  place: string,
): readonly Difference[] {
  const found = errors.some((error) => differences(error, expected, {}).length === 0);
  const got = errors.map(({ code, stage }) => ({ code, stage }));
  return found ? [] : [{ place, got, expected }];
}

function changesDifferences({ base, changes }: ChangesInput, expected: readonly unknown[]) {
  return [
    ...refusal(base).map((got) => ({ place: "input.base", got, expected: "a valid input" })),
    ...expected.flatMap((each, i) => {
      const change = changes[i];
      const errors = change === undefined ? [] : refusal(changedInput(base, change));
      return refusalDifferences(each, errors, `expected.errors[${i}]`);
    }),
  ];
}

/** Every difference between what the engine answers and what the case expects; none means that it passes. */
export function runCase(each: ReferenceCase): readonly Difference[] {
  const { input, expected, tolerance = {} } = each;
  const { error, errors, ...values } = expected;
  const found: Difference[] = [];
  if (error !== undefined)
    found.push(...refusalDifferences(error, refusal(input), "expected.error"));
  if (Array.isArray(errors)) {
    found.push(...changesDifferences(input as unknown as ChangesInput, errors));
  }
  if (Object.keys(values).length === 0) return found;
  if (isConfidence(input)) {
    const got = confidenceAnswer(input, values);
    return [...found, ...differences(got, values, confidenceTolerance(tolerance, values))];
  }
  if (input.segments === undefined) {
    return [...found, ...differences(answers(input, values), values, tolerance)];
  }
  const parts = segmentInputs({ ...input, segments: input.segments }).map((part) => ({
    name: part.name,
    ...answers(part.input, { forward: true, requirement: true }),
  }));
  const total = sumOfAnswers(parts);
  const got = { ...(total as object), segments: parts, total, totals: total };
  return [...found, ...differences(got, values, tolerance)];
}
