/** The door of the room `change`: values laid over a plan, and what is different between two plans. */
export { applyChanges } from "./apply.ts";
export {
  type Change,
  changesBetween,
  changesBetweenValues,
  type SomeDocuments,
} from "./difference.ts";
export { agreementDigest, meaningOf, semanticDigest } from "./digest.ts";
export { type FindingsChange, findingsBetween } from "./findings-between.ts";
export { fingerprintsBetween } from "./fingerprint.ts";
export { type ComputedPlan, type Judgement, judge, type WeighedChange } from "./judge.ts";
export type { ChangeClass, JudgedChange } from "./judged.ts";
export { applyOverlay, type Overlay, type OverlayEntry } from "./overlay.ts";
export {
  isList,
  isObject,
  itemsById,
  type JsonObject,
  type OverlayPath,
  readPath,
} from "./path.ts";
export { type ChangePlace, type ChangePlaces, changePlaces, pointerAt, valueAt } from "./places.ts";
export { readOverlay } from "./read-overlay.ts";
export { judgeWhole, noPlan } from "./whole-plan.ts";
export { isEditorial } from "./words.ts";
