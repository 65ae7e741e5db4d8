import { findRoot } from "../flow/index.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/** The value below which a Beta(a, b) share lies with the chance `share`; a, b > 0, share between 0 and 1. */
export function betaQuantile(share: number, a: number, b: number): number {
  return findRoot((x) => incompleteBeta(x, a, b) - share, 0, 1);
}
