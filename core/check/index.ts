/** The door of the room `check`: what a plan must satisfy. */
export { type CheckAnswer, type CheckedPlan, check, type SoundCheck } from "./check.ts";
export type { SilencedFinding } from "./exceptions.ts";
export type { Rule } from "./rule.ts";
export { rules } from "./rules.ts";
