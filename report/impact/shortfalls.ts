import type { FunnelAnswer, SegmentFunnel } from "../../core/funnel/index.ts";
import { monthText } from "../../core/wording.ts";
import { backOnTarget, worstShortfall } from "../funnel-standing.ts";
import { dealCount } from "../number.ts";

const worstOf = (
  segment: SegmentFunnel | undefined,
): { readonly month: number; readonly short: number } =>
  segment === undefined
    ? { month: 0, short: 0 }
    : worstShortfall(
        segment,
        segment.standing.map(() => true),
      );

/** Segments that miss their running total of deals by more, or by less, than before; nothing where it stays. */
export function shortfallSentences(base: FunnelAnswer, head: FunnelAnswer): readonly string[] {
  return head.segments.flatMap((segment) => {
    const before = worstOf(base.segments.find((each) => each.segment === segment.segment));
    const after = worstOf(segment);
    if (dealCount(before.short) === dealCount(after.short)) return [];
    const was = before.short > 0 ? dealCount(before.short) : "none";
    if (after.short === 0)
      return [`${segment.title} meets its target in every month (missing before: up to ${was}).`];
    const back = backOnTarget(segment);
    const then =
      back === undefined
        ? "and does not catch up within the plan"
        : `and catches up in ${monthText(head.months[back] ?? "")}`;
    const when = monthText(head.months[after.month] ?? "");
    return [
      `${segment.title} misses its target by up to ${dealCount(after.short)} at the end of ${when} ${then} (missing before: ${before.short > 0 ? `up to ${was}` : was}).`,
    ];
  });
}
