/** The numeric funnel engine: pure, deterministic, fractions kept. The mathematics is in docs/funnel-mathematics.md. */
export type { CatchUp, TargetBasis } from "./deadline-windows.ts";
export type { DeadlineStatus } from "./deadlines.ts";
export { type EndToEnd, endToEnd, wayToWin } from "./end-to-end.ts";
export { eventualRate, eventualRatesOn } from "./eventual-rate.ts";
export { newDealsNeeded } from "./existing-business.ts";
export { findRoot } from "./find-root.ts";
export { expectedWins, type FunnelFlows, forward } from "./forward.ts";
export type { FunnelError, FunnelErrorCode } from "./funnel-error.ts";
export type { BeyondHorizon } from "./horizon.ts";
export { memo } from "./memo.ts";
export type {
  EntrySeries,
  EntryShare,
  FunnelModel,
  Lag,
  LagFamily,
  LeakLag,
  ModelStep,
  OpeningGroup,
  RateChange,
  Recycle,
  ValidModel,
  WinsTarget,
} from "./model.ts";
export { reported } from "./reported.ts";
export { type RequirementAnswer, type RequirementOptions, requirement } from "./requirement.ts";
export { ceilRunningTotal, roundRunningTotal } from "./rounding.ts";
export { type FunnelRun, runAfter, runFunnel } from "./run.ts";
export { conversionRoom, scaledConversion, scaledDuration } from "./scaled-step.ts";
export { incompleteGamma, lnGamma } from "./special-functions.ts";
export { steadyEntries } from "./steady-entries.ts";
export type { DrivingDeadline } from "./steady-plan.ts";
export { validateModel } from "./validate.ts";
export { type TargetInput, validateTarget } from "./validate-target.ts";
export { type Arrivals, arrivals, openingGroups, type ProspectGroup } from "./win-groups.ts";
export { agesByRate, isChain, type RatePlace, winSlope } from "./win-slopes.ts";
export { winsInWindows } from "./window-wins.ts";
