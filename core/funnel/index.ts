/** The door of the room `funnel`: what a sound plan needs, and what an inflow brings. */
export { ceilRunningTotal, roundRunningTotal } from "../flow/index.ts";
export * from "./answer.ts";
export {
  type ComparedSegment,
  type ComparedSeries,
  type ComparedStage,
  type ComparedWorkload,
  compare,
  type FunnelComparison,
} from "./compare.ts";
export { type SegmentCost, segmentCost } from "./cost.ts";
export { lastUsefulEntry, monthsToYearEnd } from "./fiscal-year.ts";
export { forecast } from "./forecast.ts";
export { hireText, tooLateText } from "./hire-text.ts";
export { type Hire, type HireAdvice, hiresFor, type LateGap } from "./hires.ts";
export { type SureQuestion, sureOfFunnel, sureOfInflow } from "./how-sure.ts";
export { requireFunnel } from "./require-funnel.ts";
export * from "./role-workload.ts";
export { sensitivity } from "./sensitivity.ts";
export * from "./sensitivity-answer.ts";
export { type Lever, type Shortfall, shortfallsOf } from "./shortfalls.ts";
export {
  rememberSegment,
  type SegmentTask,
  type SolvedSegment,
  solveSegment,
  unsolvedSegments,
} from "./solve-segment.ts";
export { supplyOf, type TeamSupply } from "./supply.ts";
export * from "./sure-answer.ts";
