import { addDelayed, release } from "./convolve.ts";
import { runDays } from "./day-flows.ts";
import type { FunnelGrid } from "./funnel-grid.ts";
import type { EntryShare, ValidModel } from "./model.ts";

/** The stages where new prospects enter, with their shares; everybody at stage 0 when the model says nothing. */
export function entryMix(model: ValidModel): readonly EntryShare[] {
  return model.entryMix ?? [{ stage: 0, share: 1 }];
}

/** From the win backwards: the wins that follow one entry into each stage, one convolution per step. */
function chainComposites({ steps, calendar }: FunnelGrid): readonly Float64Array[] {
  const won = new Float64Array(calendar.days);
  won[0] = 1;
  const rows: Float64Array[] = [won];
  for (const { terms } of steps.toReversed()) {
    const row = new Float64Array(calendar.days);
    const [term] = terms;
    const [next] = rows;
    if (term === undefined || next === undefined) continue;
    if (next === won) release(row, 0, term.conversion, term.progress);
    else
      addDelayed(
        row,
        next.map((wins) => wins * term.conversion),
        term.progress,
      );
    rows.unshift(row);
  }
  return rows;
}

/**
 * The composite kernel of an undated funnel from its entry mix: the expected wins j days after one prospect enters,
 * shape `[day]`. Its sum tends to the eventual rate. With recycling it is read off one run of a single prospect.
 */
export function compositeKernel(grid: FunnelGrid): Float64Array {
  const composite = new Float64Array(grid.calendar.days);
  const chain = grid.recycles ? undefined : chainComposites(grid);
  for (const { stage, share } of entryMix(grid.model)) {
    const wins = chain === undefined ? winsOfOne(grid, stage) : chain[stage];
    for (let day = 0; day < composite.length; day++) {
      composite[day] = (composite[day] ?? 0) + share * (wins?.[day] ?? 0);
    }
  }
  return composite;
}

function winsOfOne(grid: FunnelGrid, stage: number): Float64Array {
  const one = new Float64Array(grid.calendar.days);
  one[0] = 1;
  const inflow = grid.steps.map((_, s) => (s === stage ? one : undefined));
  return runDays(grid, inflow, { withOpening: false }).entries.at(-1) ?? one;
}
