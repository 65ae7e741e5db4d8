import type { Team } from "../finding.ts";
import { ceilRunningTotal } from "../flow/index.ts";
import type { SegmentFunnel, StageFunnel } from "./answer.ts";

/**
 * What one function must do in one segment before the sale: the stages in a row that it answers for.
 *
 * `brings` are new prospects from outside; `takesOver` enter its first stage; `handsOver` leave its last stage for
 * `to`. Whole prospects, shape `[month]`: the running total rounded up, so that nobody is promised a fraction.
 */
export interface TeamSupply {
  readonly segment: string;
  readonly team: Team | undefined;
  readonly stages: readonly StageFunnel[];
  readonly brings: readonly number[];
  readonly takesOver: readonly number[];
  readonly handsOver: readonly number[];
  readonly to: StageFunnel;
}

/** Who must supply what in a segment, in the order of the journey; ends with the function that makes the sale. */
export function supplyOf(segment: SegmentFunnel): readonly TeamSupply[] {
  const before = segment.stages.filter((stage) => stage.beforeSale);
  const sale = segment.stages.find((stage) => stage.business === "new");
  const runs: StageFunnel[][] = [];
  for (const stage of before) {
    const current = runs.at(-1);
    if (current !== undefined && current[0]?.team === stage.team) current.push(stage);
    else runs.push([stage]);
  }
  return runs.flatMap((stages, index) => {
    const first = stages[0];
    const to = runs[index + 1]?.[0] ?? sale;
    if (first === undefined || to === undefined) return [];
    const outside = first.entries.map((_, month) =>
      stages.reduce((sum, stage) => sum + (stage.fromOutside[month] ?? 0), 0),
    );
    return [
      {
        segment: segment.segment,
        team: first.team,
        stages,
        brings: ceilRunningTotal(outside),
        takesOver: ceilRunningTotal(first.entries),
        handsOver: ceilRunningTotal(
          to.entries.map((each, month) => each - (to.fromOutside[month] ?? 0)),
        ),
        to,
      },
    ];
  });
}
