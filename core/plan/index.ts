/** The door of the room `plan`: documents joined into the one plan that everything is computed from. */
export { bookingTeam } from "./booking-team.ts";
export { monthsOf, type Period, quarterOf } from "./period.ts";
export { findingAt, type Place, relatedTo } from "./problem.ts";
export { resolve } from "./resolve.ts";
export {
  type Business,
  businesses,
  type Chain,
  type Planning,
  type SoundPlan,
  type SoundSegment,
  type SoundStage,
  type SoundTransition,
  type StageCost,
} from "./sound-plan.ts";
