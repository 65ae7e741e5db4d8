import type { SoundTransition } from "../core/plan/index.ts";
import { numberText } from "../core/wording.ts";
import { count } from "../report/number.ts";

type Duration = SoundTransition["document"]["duration"];

/** How long a step takes, in few words: `half in 16 days`, `30 days on average`, `always 5 days`. */
export function durationWords(duration: Duration): string {
  const { fixed, median, mean, histogram } = duration;
  if (fixed !== undefined) return `always ${days(fixed)}`;
  if (median !== undefined) return `half in ${days(median)}`;
  if (mean !== undefined) return `${days(mean)} on average`;
  return histogram === undefined ? "" : `half in ${days(middleOf(histogram))}`;
}

/** The same still shorter, for a drawing: `16 days`. */
export function durationShort(duration: Duration): string {
  const { fixed, median, mean, histogram } = duration;
  return days(fixed ?? median ?? mean ?? middleOf(histogram ?? []));
}

const days = (value: number): string =>
  Number.isInteger(value) ? count(value, "day") : `${numberText(value, 1)} days`;

/** The day by which half of a histogram's cases are done. */
function middleOf(histogram: readonly number[]): number {
  const all = histogram.reduce((sum, each) => sum + each, 0);
  let done = 0;
  for (const [day, each] of histogram.entries()) {
    done += each;
    if (done * 2 >= all) return day;
  }
  return 0;
}
