/** The door of the room `effective`: a plan as it stands on one day. */
export { type EffectivePlan, effectiveOn } from "./effective.ts";
