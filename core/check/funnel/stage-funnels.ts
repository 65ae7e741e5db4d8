import type { FunnelAnswer, StageFunnel } from "../../funnel/index.ts";

/** Finds what one stage of one segment sees; `undefined` where the segment's journey skips the stage. */
export type StageFunnels = (segment: string, stage: string) => StageFunnel | undefined;

/** Looks stages up by segment and id. */
export function stageFunnels(answer: FunnelAnswer): StageFunnels {
  const bySegment = new Map(
    answer.segments.map((segment) => [
      segment.segment,
      new Map(segment.stages.map((stage) => [stage.stage, stage])),
    ]),
  );
  return (segment, stage) => bySegment.get(segment)?.get(stage);
}
