import type { Conversion } from "../../schemas/documents.generated.ts";
import { betaQuantile } from "../chance/index.ts";
import { trialsOf } from "./rate-beliefs.ts";

/** A value as it may turn out: one time in ten below `low`, one in ten above `high`. */
export interface RealisticRange {
  readonly low: number;
  readonly high: number;
  /** How many entries it rests on; `undefined` for a rate that is assumed. */
  readonly counted: number | undefined;
}

/**
 * How far a stated rate may realistically lie off: the 10th and 90th percentile of the Beta distribution around the
 * stated value that as many entries as were counted leave. The more were counted, the narrower. Source:
 * docs/funnel-mathematics.md 3.5.
 */
export function realisticRange(conversion: Conversion): RealisticRange {
  const { value, basis } = conversion;
  const entries = trialsOf(conversion);
  const counted = basis?.trials;
  if (value <= 0 || value >= 1) return { low: value, high: value, counted };
  const at = (share: number): number => betaQuantile(share, value * entries, (1 - value) * entries);
  return { low: Math.min(value, at(0.1)), high: Math.max(value, at(0.9)), counted };
}
