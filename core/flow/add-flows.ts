import type { FunnelFlows } from "./forward.ts";

const addRows = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((value, month) => value + (b[month] ?? 0));

const addTables = (
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): readonly (readonly number[])[] => a.map((row, stage) => addRows(row, b[stage] ?? []));

/** Two flows of one funnel together; flows are linear, so this is the flow of both causes at once. */
export function addFlows(a: FunnelFlows, b: FunnelFlows): FunnelFlows {
  return {
    entries: addTables(a.entries, b.entries),
    exits: addTables(a.exits, b.exits),
    leaks: addTables(a.leaks, b.leaks),
    recycled: addTables(a.recycled, b.recycled),
    lost: addTables(a.lost, b.lost),
    stockEnd: addTables(a.stockEnd, b.stockEnd),
    stockMean: addTables(a.stockMean, b.stockMean),
    recyclePoolEnd: addRows(a.recyclePoolEnd, b.recyclePoolEnd),
    wins: addRows(a.wins, b.wins),
  };
}
