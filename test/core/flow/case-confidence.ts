import {
  betaBelief,
  chainMoments,
  countDistribution,
  fewObservations,
  multiplierFor,
  type WinGroup,
} from "../../../core/chance/index.ts";
import type { Tolerance } from "./case-compare.ts";

/** The `input` of a case about chances: groups of prospects, what is believed of each rate, and what is wanted. */
export interface ConfidenceInput {
  readonly groups: readonly {
    readonly stage: number;
    readonly count: number;
    readonly timelyShare: number;
  }[];
  readonly betaPosterior: readonly (readonly [a: number, b: number])[];
  readonly targetWins?: number;
  readonly confidence?: number;
}

/** True for the input of a case about chances. */
export const isConfidence = (input: object): input is ConfidenceInput =>
  "groups" in input && "betaPosterior" in input;

/** The names of quantiles, `p10` for 10 %. */
const quantileNames = (expected: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(expected["quantiles"] ?? {}).filter((name) => /^p\d+(\.\d+)?$/.test(name));

/** Everything that such a case may ask; quantiles only those that it names. */
export function confidenceAnswer(
  { groups, betaPosterior, targetWins, confidence }: ConfidenceInput,
  expected: Readonly<Record<string, unknown>>,
) {
  const rates = betaPosterior.map(([a, b]) => betaBelief(a, b));
  const moments = (factor: number) =>
    chainMoments(
      groups.map(
        ({ stage, count, timelyShare }): WinGroup => ({
          stage,
          count: stage === 0 ? count * factor : count,
          chance: rates.slice(stage).reduce((share, { mean }) => share * mean, timelyShare),
        }),
      ),
      rates,
    );
  const given = moments(1);
  const counted = countDistribution(given);
  return {
    ...given,
    standardDeviation: Math.sqrt(given.variance),
    fewObservations: fewObservations(given),
    quantiles: Object.fromEntries(
      quantileNames(expected).map((name) => [name, counted.quantile(Number(name.slice(1)) / 100)]),
    ),
    ...(targetWins === undefined ? {} : { probabilityAtLeastTarget: counted.atLeast(targetWins) }),
    ...(targetWins === undefined || confidence === undefined
      ? {}
      : { multiplierOnNewEntries: multiplierFor(moments, targetWins, confidence) }),
  };
}

/** The tolerances of such a case under the names of what they hold for; that of the multiplier is relative. */
export function confidenceTolerance(
  { probability, quantile, multiplier, ...rest }: Tolerance,
  expected: Readonly<Record<string, unknown>>,
): Tolerance {
  const wanted = expected["multiplierOnNewEntries"];
  return {
    ...rest,
    ...(probability === undefined ? {} : { probabilityAtLeastTarget: probability }),
    ...(multiplier === undefined || typeof wanted !== "number"
      ? {}
      : { multiplierOnNewEntries: multiplier * Math.abs(wanted) }),
    ...(quantile === undefined
      ? {}
      : Object.fromEntries(quantileNames(expected).map((name) => [name, quantile]))),
  };
}
