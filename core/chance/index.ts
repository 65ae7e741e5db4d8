/** The door of the room `chance`: how a number of wins may turn out, given how well the rates are known. Knows nothing of plans. */
export { betaQuantile } from "./beta-quantile.ts";
export { type CountDistribution, countDistribution, type Spread } from "./count-distribution.ts";
export {
  addMoments,
  chainMoments,
  fewObservations,
  gradientMoments,
  type Moments,
  type WinGroup,
} from "./moments.ts";
export { multiplierFor, smallestFactor } from "./multiplier.ts";
export { betaBelief, countedBelief, type RateBelief } from "./rate-belief.ts";
