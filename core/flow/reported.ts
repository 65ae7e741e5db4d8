import type { RequirementAnswer } from "./requirement.ts";

/** An answer cut to the months that are reported; what lies beyond only served to get their last ones right. The two bounds stay those of all months. */
export function reported(answer: RequirementAnswer): Omit<RequirementAnswer, "run"> {
  const { reportMonths } = answer;
  const series = <T>(values: readonly T[]): readonly T[] => values.slice(0, reportMonths);
  const table = (rows: readonly (readonly number[])[]) => rows.map(series);
  return {
    reportMonths,
    target: series(answer.target),
    natural: series(answer.natural),
    pressure: series(answer.pressure),
    entries: series(answer.entries),
    wholeProspects: series(answer.wholeProspects),
    wins: series(answer.wins),
    openingWins: series(answer.openingWins),
    crashFactor: series(answer.crashFactor),
    status: series(answer.status),
    shortfallCumulative: series(answer.shortfallCumulative),
    bestCaseShortfall: series(answer.bestCaseShortfall),
    minTotalEntries: answer.minTotalEntries,
    minPeakFactor: answer.minPeakFactor,
    driving: answer.driving,
    stageEntries: table(answer.stageEntries),
    exits: table(answer.exits),
    leaks: table(answer.leaks),
    recycled: table(answer.recycled),
    lost: table(answer.lost),
    stageStockEnd: table(answer.stageStockEnd),
    recyclePoolEnd: series(answer.recyclePoolEnd),
  };
}
