import { calendarGrid } from "./calendar-grid.ts";
import { deadlineWindows, type TargetBasis, windowSums } from "./deadline-windows.ts";

/** Wins summed over each month's window, as its deadline counts them; shape `[month]`, for a plan that starts on `start`. */
export function winsInWindows(
  start: string,
  wins: readonly number[],
  basis: TargetBasis,
): readonly number[] {
  const { from } = deadlineWindows(calendarGrid(start, wins.length), basis, "soonest");
  return windowSums(wins, from);
}
