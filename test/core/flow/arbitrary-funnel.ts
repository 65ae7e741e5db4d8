import * as fc from "fast-check";
import {
  type FunnelModel,
  type Lag,
  type ModelStep,
  type ValidModel,
  validateModel,
} from "../../../core/flow/index.ts";

/** A fixed stock of lags of every family: their kernels are built once, and plans still differ in all else. */
export const LAGS: readonly Lag[] = [
  { family: "fixed", days: 0 },
  { family: "fixed", days: 12 },
  { family: "fixed", days: 30.4 },
  { family: "gamma", median: 10, p90: 28 },
  { family: "gamma", mean: 25, cv: 0.8 },
  { family: "gamma", mean: 8, cv: 1.6 },
  { family: "lognormal", median: 9, p90: 30 },
  { family: "lognormal", mean: 20, cv: 0.6 },
  { family: "weibull", median: 14, p90: 40 },
  { family: "weibull", mean: 21, cv: 0.5 },
  { family: "histogram", weights: [0, 1, 0, 3, 5, 5, 2, 0, 0, 4] },
];

/** What a random plan may have besides rates and lags. */
export interface Features {
  readonly recycle?: boolean;
  readonly dated?: boolean;
  readonly opening?: boolean;
}

const lag = fc.constantFrom(...LAGS);
const conversion = fc.double({ min: 0.05, max: 1, noNaN: true });
const START_MONTHS = ["2025-11-01", "2026-01-01", "2027-02-01", "2028-01-01"];

function change(): fc.Arbitrary<NonNullable<ModelStep["changes"]>[number]> {
  return fc.record(
    {
      from: fc.constantFrom("2026-03-01", "2026-04-17", "2028-02-15", "2027-05-01"),
      conversion,
      lag,
      leakLag: fc.oneof(lag, fc.constant("never" as const)),
    },
    { requiredKeys: ["from"] },
  );
}

function step(
  index: number,
  stages: number,
  { recycle, dated }: Features,
): fc.Arbitrary<ModelStep> {
  return fc.record(
    {
      id: fc.constant(`stage-${index}`),
      conversion,
      lag,
      leakLag: fc.oneof(lag, fc.constant("never" as const)),
      ...(recycle === true
        ? {
            recycle: fc.record({
              share: fc.double({ min: 0, max: 0.9, noNaN: true }),
              to: fc.nat(stages - 1),
              lag,
            }),
          }
        : {}),
      ...(dated === true
        ? {
            changes: fc.array(change(), { minLength: 1, maxLength: 2 }),
            season: fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), {
              minLength: 12,
              maxLength: 12,
            }),
          }
        : {}),
    },
    { requiredKeys: ["id", "conversion", "lag"] },
  );
}

const opening = (stages: number): fc.Arbitrary<FunnelModel["opening"]> =>
  fc.array(
    fc.record(
      {
        stage: fc.nat(stages - 1),
        count: fc.double({ min: 0, max: 200, noNaN: true }),
        ageDays: fc.nat(9),
      },
      { requiredKeys: ["stage", "count"] },
    ),
    { maxLength: 3 },
  );

/** The model, valid; an opening stock that its lags rule out is left away. */
export function soundModel(model: FunnelModel): ValidModel {
  for (const each of [model, { ...model, opening: [] }]) {
    const checked = validateModel(each);
    if (checked.ok) return checked.value;
  }
  throw new Error(`unsound: ${JSON.stringify(model)}`);
}

/** Random funnels of one to four steps over 3 to 15 months. */
export function funnel(features: Features): fc.Arbitrary<ValidModel> {
  return fc.integer({ min: 1, max: 4 }).chain((stages) =>
    fc
      .record({
        start: fc.constantFrom(...START_MONTHS),
        months: fc.integer({ min: 3, max: 15 }),
        steps: fc.tuple(...Array.from({ length: stages }, (_, s) => step(s, stages, features))),
        won: fc.constant("won"),
        opening: features.opening === true ? opening(stages) : fc.constant([]),
      })
      .map(soundModel),
  );
}

/** A number per month, for as long as any of the plans. */
export const perMonth = (max = 100): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.double({ min: 0, max, noNaN: true }), { minLength: 15, maxLength: 15 });

/** Runs of a property: the same plans every time, and many more of them in `npm run verify`. */
export const RUNS = {
  seed: 20_260_101,
  numRuns: process.env["JOINTPLAN_TIER"] === "verify" ? 1000 : 80,
} as const;
