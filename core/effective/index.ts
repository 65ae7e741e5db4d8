/** The door of the room `effective`: a plan as it stands on one day. */
export { changeDays, documentsChanging, type EffectivePlan, effectiveOn } from "./effective.ts";
export { changeOn, headcountOn, stepOn } from "./series.ts";
export { firstDay, holdsOn, type PlanDays, planDays, type Span } from "./span.ts";
