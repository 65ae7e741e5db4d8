import { changesBetween, type SomeDocuments } from "./difference.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { JudgedChange } from "./judged.ts";

/** Stands for the side that has no plan. */
export const noPlan: SomeDocuments = { documents: {} };

/**
 * A plan that comes or goes as a whole, or that has nothing to be computed against: one change for each document that differs, all of
 * them major and reaching everybody. With {@link noPlan} on one side these are all documents of the other.
 */
export function judgeWhole(base: SomeDocuments, head: SomeDocuments): readonly JudgedChange[] {
  return changesBetween(base, head).map((each) => ({
    document: each.document,
    class: "major",
    affects: ["marketing", "sales", "success"],
    fingerprint: fingerprintOf(each),
  }));
}
