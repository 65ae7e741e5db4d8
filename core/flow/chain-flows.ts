import { addDelayed, delayedBy } from "./convolve.ts";
import type { DayFlows } from "./daily.ts";
import type { CohortTerm, FunnelGrid, GridStep, Stretch } from "./funnel-grid.ts";
import type { Kernel } from "./kernel.ts";

/** The single term of a step whose losses keep the lag of progress: both ways out are one delayed series, split. */
export function soleTerm({ terms }: GridStep): CohortTerm | undefined {
  const [term] = terms;
  return terms.length === 1 && term?.leak === term?.progress ? term : undefined;
}

/** Adds what leaves by one way out: dated rates weigh the entries, then each kernel is applied once. */
function addExits(
  target: Float64Array,
  entries: Float64Array,
  { terms }: GridStep,
  wayOut: (term: CohortTerm) => { readonly share: number; readonly lag: Kernel | "never" },
): void {
  const byKernel = new Map<Kernel, Float64Array>();
  for (const term of terms) {
    const { share, lag } = wayOut(term);
    if (lag === "never" || share === 0) continue;
    const weighted = byKernel.get(lag) ?? new Float64Array(entries.length);
    for (let day = term.from; day < term.until; day++) weighted[day] = (entries[day] ?? 0) * share;
    byKernel.set(lag, weighted);
  }
  for (const [lag, weighted] of byKernel) addDelayed(target, weighted, lag);
}

/** Fills what leaves a stage by its two ways out. */
function settleStage(
  step: GridStep,
  entries: Float64Array,
  progress: Float64Array,
  leaks: Float64Array,
  winsOnly: boolean,
): void {
  const sole = soleTerm(step);
  if (sole === undefined) {
    addExits(progress, entries, step, (term) => ({ share: term.conversion, lag: term.progress }));
    if (winsOnly) return;
    addExits(leaks, entries, step, (term) => ({ share: 1 - term.conversion, lag: term.leak }));
    return;
  }
  const exits = delayedBy(entries, sole.progress);
  if (exits === undefined) return;
  const lost = 1 - sole.conversion;
  for (let day = 0; day < entries.length; day++) {
    const left = exits[day] ?? 0;
    progress[day] = (progress[day] ?? 0) + left * sole.conversion;
    leaks[day] = (leaks[day] ?? 0) + left * lost;
  }
}

/** Settles a stretch without recycling in place: nothing flows back, so each stage is done before the next begins. */
export function runChain(
  { steps }: FunnelGrid,
  flows: DayFlows,
  { from, until }: Stretch,
  winsOnly: boolean,
): void {
  for (let s = from; s < until; s++) {
    const [step, entries, progress] = [steps[s], flows.entries[s], flows.progress[s]];
    const [leaks, next] = [flows.leaks[s], flows.entries[s + 1]];
    if (!step || !entries || !progress || !leaks || !next) continue;
    settleStage(step, entries, progress, leaks, winsOnly);
    for (let day = 0; day < next.length; day++) next[day] = (next[day] ?? 0) + (progress[day] ?? 0);
  }
}
