import type { Chain, SoundPlan } from "../core/plan/index.ts";

/** The most work that a request may ask for with plans that it brings along: about two seconds of one processor. */
export const mostWork = 2_000;

/** Days of a month, and products that a processor makes in a millisecond; measured on two shared cores. */
const daysPerMonth = 30.44;
const productsPerMillisecond = 1_000_000;
/** Runs through a journey that every requirement takes: what is on the way, what comes in, the way to the win. */
const usualRuns = 6;
/** Months are solved beyond a plan; at most so many. */
const mostBeyond = 60;

/** Milliseconds for one chain: each run sums a product for every pair of days. Dated terms cost a run for every month that they reach. */
function chainWork({ transitions }: Chain, months: number): number {
  const documents = transitions.map(({ document }) => document);
  const seasonal = documents.some(({ season }) => season !== undefined);
  const dated = documents.some(({ changes }) => (changes ?? []).length > 0);
  const solved = months + Math.min(mostBeyond, Math.max(12, months));
  const days = solved * daysPerMonth;
  const runs = usualRuns + (seasonal ? solved / 3 : dated ? months / 3 : 0);
  const recycles = documents.some(({ recycle }) => recycle !== undefined);
  const ways = transitions.length * (recycles ? 2 : 1);
  return (runs * ways * days * days) / 2 / productsPerMillisecond;
}

/** How much work the numbers of a plan are, in milliseconds of one processor, rather more than less. */
export function workOf({ segments, months }: SoundPlan): number {
  return segments.reduce(
    (sum, { toSale, beyondSale }) =>
      [toSale, ...beyondSale].reduce((part, chain) => part + chainWork(chain, months.length), sum),
    0,
  );
}

/** The most work that a question about a published plan may take: a function has a few seconds more until it is stopped. */
export const mostLiveWork = 10_000;

/** Each number of a step is moved a few times, and the plan solved anew for it: so many requirements for each step. */
const solvedPerStep = 3;

/** How much work it is to find what moves a plan's result, in milliseconds of one processor. */
export function sensitivityWorkOf({ segments, months }: SoundPlan): number {
  return segments.reduce((sum, { toSale, beyondSale }) => {
    const chains = [toSale, ...beyondSale];
    const steps = new Set(chains.flatMap(({ transitions }) => transitions.map(({ id }) => id)));
    const once = chains.reduce((part, chain) => part + chainWork(chain, months.length), 0);
    return sum + once * solvedPerStep * steps.size;
  }, 0);
}
