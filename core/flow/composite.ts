import { addDelayed } from "./convolve.ts";
import { type Delayed, delayed, inBlocks, send } from "./delayed.ts";
import { type FunnelGrid, type GridStep, lagsKey, type Stretch } from "./funnel-grid.ts";
import { memo } from "./memo.ts";
import type { EntryShare, ValidModel } from "./model.ts";

/** The stages where new prospects enter, with their shares; everybody at stage 0 when the model says nothing. */
export function entryMix(model: ValidModel): readonly EntryShare[] {
  return model.entryMix ?? [{ stage: 0, share: 1 }];
}

/** What one entry into a stage is worth, found from what the next stage is worth and from what coming back is worth. */
interface Worth {
  readonly conversion: number;
  readonly here: Float64Array;
  readonly next: Float64Array;
  readonly onward: Delayed;
  readonly back: Back | undefined;
}

/** Leakers of a stage who come back: after the leak's lag to `returned`, which after the way back is worth what `to` is. */
interface Back {
  readonly share: number;
  readonly returned: Float64Array;
  readonly leak: Delayed;
  readonly to: Float64Array;
  readonly wayBack: Delayed;
}

function worthOf(
  { terms, recycle }: GridStep,
  rows: readonly Float64Array[],
  s: number,
): Worth | undefined {
  const [term] = terms;
  const [here, next] = [rows[s], rows[s + 1]];
  if (term === undefined || here === undefined || next === undefined) return undefined;
  const { conversion, leak } = term;
  const to = recycle === undefined ? undefined : rows[recycle.to];
  const onward = delayed(term.progress, here);
  if (recycle === undefined || to === undefined || leak === "never") {
    return { conversion, here, next, onward, back: undefined };
  }
  const returned = new Float64Array(here.length);
  const back: Back = {
    share: (1 - conversion) * recycle.share,
    returned,
    leak: delayed(leak, here),
    to,
    wayBack: delayed(recycle.kernel, returned),
  };
  return { conversion, here, next, onward, back };
}

/** Where nobody comes back, each stage's row is the next one's, delayed. */
function chainKernels(
  steps: readonly GridStep[],
  rows: readonly Float64Array[],
  { from, until }: Stretch,
): void {
  for (let s = until - 1; s >= from; s--) {
    const [term] = steps[s]?.terms ?? [];
    const [here, next] = [rows[s], rows[s + 1]];
    if (term === undefined || here === undefined || next === undefined) continue;
    const weighed = next.map((wins) => wins * term.conversion);
    addDelayed(here, weighed, term.progress);
  }
}

/** Where leakers come back, all rows of the stretch grow together: backwards along the funnel, forwards in days. */
function loopKernels(
  steps: readonly GridStep[],
  rows: readonly Float64Array[],
  { from, until }: Stretch,
): void {
  const backwards = steps
    .flatMap((step, s) => (s < from || s >= until ? [] : (worthOf(step, rows, s) ?? [])))
    .toReversed();
  const comingBack = backwards.flatMap(({ back }) => back ?? []);
  const ways = backwards.flatMap(({ onward, back }) =>
    back === undefined ? [onward] : [onward, back.leak, back.wayBack],
  );
  inBlocks(rows[from]?.length ?? 0, ways, (day, end) => {
    for (const { conversion, next, onward, back } of backwards) {
      send(onward, day, conversion * (next[day] ?? 0), end);
      if (back !== undefined) send(back.leak, day, back.share * (back.returned[day] ?? 0), end);
    }
    for (const { to, wayBack } of comingBack) send(wayBack, day, to[day] ?? 0, end);
  });
}

const ofLags = memo<readonly Float64Array[]>(64);

/**
 * The composite kernels of a chain in which everybody converts, shape `[stage][day]`: the days to the win alone. What a
 * step converts only scales them, so a plan whose rates are changed, and segments that share their lags, share these.
 */
export function sureKernels({ steps, calendar: { days } }: FunnelGrid): readonly Float64Array[] {
  return ofLags(`${days}|${lagsKey(steps)}`, () => {
    const rows = noWins(steps, days);
    const sure = steps.map(({ terms }) => ({
      terms: terms.map((term) => ({ ...term, conversion: 1 })),
    }));
    chainKernels(sure, rows, { from: 0, until: steps.length });
    return rows;
  });
}

/** Zeros for every stage, the win last, which is won on its first day. */
function noWins(steps: readonly GridStep[], days: number): readonly Float64Array[] {
  const rows = [...steps, undefined].map(() => new Float64Array(days));
  const won = rows.at(-1);
  if (won !== undefined) won[0] = 1;
  return rows;
}

/** From each stage, what all steps on the way to the win convert; the win itself (1) last. */
export function convertedFrom(steps: readonly GridStep[]): readonly number[] {
  const products = [1];
  for (const { terms } of steps.toReversed()) {
    products.unshift((products[0] ?? 1) * (terms[0]?.conversion ?? 0));
  }
  return products;
}

/**
 * The composite kernels of an undated funnel: the expected wins j days after one prospect enters each stage, shape
 * `[stage][day]`, the win itself last. The sum of a row tends to the stage's eventual rate.
 * W_s = p k * W_s+1 + (1 - p) r h * d * W_to, from the win backwards; * is convolution.
 */
export function compositeKernels(grid: FunnelGrid): readonly Float64Array[] {
  const { steps, calendar, loop } = grid;
  if (loop === undefined) {
    const converted = convertedFrom(steps);
    return sureKernels(grid).map((row, s) => {
      const share = converted[s] ?? 0;
      return row.map((wins) => wins * share);
    });
  }
  const rows = noWins(steps, calendar.days);
  chainKernels(steps, rows, { from: loop.until, until: steps.length });
  loopKernels(steps, rows, loop);
  chainKernels(steps, rows, { from: 0, until: loop.from });
  return rows;
}

/** What one new prospect of the entry mix is worth, from what an entry into each stage is worth; shape `[day]`. */
export function mixed(model: ValidModel, rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  for (const { stage, share } of entryMix(model)) {
    for (let day = 0; day < sum.length; day++) {
      sum[day] = (sum[day] ?? 0) + share * (rows[stage]?.[day] ?? 0);
    }
  }
  return sum;
}
