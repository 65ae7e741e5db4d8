import { addPast, BLOCK, release } from "./convolve.ts";
import type { Kernel } from "./kernel.ts";

/** A daily series on its way through a kernel into another one. From `start` until `end` (exclusive) it is not 0. */
export interface Delayed {
  readonly series: Float64Array;
  readonly lag: Kernel;
  readonly into: Float64Array;
  start: number;
  end: number;
}

/** A way with nobody on it yet. */
export function delayed(lag: Kernel, into: Float64Array): Delayed {
  return { series: new Float64Array(into.length), lag, into, start: into.length, end: 0 };
}

/** Sends an amount of one day on its way. It arrives at once within the block that ends at `end`, and block by block after it. */
export function send(way: Delayed, day: number, amount: number, end: number): void {
  if (amount === 0) return;
  way.series[day] = amount;
  if (way.start > day) way.start = day;
  way.end = day + 1;
  release(way.into, day, amount, way.lag, end);
}

/**
 * Goes through days in blocks: what earlier blocks sent arrives first, all days of a block at once; then `runDay` settles
 * the days one by one, and may send. Days only go forward.
 */
export function inBlocks(
  days: number,
  ways: readonly Delayed[],
  runDay: (day: number, end: number) => void,
): void {
  for (let block = 0; block < days; block += BLOCK) {
    for (const way of ways) addPast(way.into, block, way.series, way, way.lag);
    const end = Math.min(days, block + BLOCK);
    for (let day = block; day < end; day++) runDay(day, end);
  }
}
