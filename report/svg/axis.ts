import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { Month } from "../../core/calendar-date.ts";
import { numberText } from "../../core/wording.ts";
import { shortMonth } from "../number.ts";

const steps = [
  [1e12, "T"],
  [1e9, "bn"],
  [1e6, "M"],
  [1e3, "k"],
] as const;

/** A number for an axis or a small label: `0.5`, `1,200`, `12.5 k`, `3 M`. */
export function axisNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15) return value.toExponential(1).replace(".0", "").replace("e+", " × 10^");
  if (size < 10_000)
    return size !== 0 && size < 0.01 ? "< 0.01" : numberText(value, size < 10 ? 2 : 0);
  const [unit, sign] = steps.find(([from]) => size >= from) ?? [1, ""];
  return `${numberText(value / unit, 1)} ${sign}`;
}

/** A scale from 0 to a round number, with few ticks; whole ticks where the values are above one. */
export function valueScale(
  greatest: number,
  range: readonly [number, number],
): { readonly scale: ScaleLinear<number, number>; readonly ticks: readonly number[] } {
  const top = greatest > 0 ? greatest : 1;
  const scale = scaleLinear().domain([0, top]).nice(4).range(range);
  const ticks = scale.ticks(4).filter((tick) => top <= 1 || Number.isInteger(tick));
  return { scale, ticks: greatest > 0 ? ticks : [0] };
}

/** Labels for some of the months, so that they stay apart; `undefined` where there is none. Whole quarters and years come first. */
export function monthLabels(
  months: readonly Month[],
  step: number,
  least: number,
): readonly (string | undefined)[] {
  const every = [1, 2, 3, 6, 12].find((each) => each * step >= least) ?? 12;
  const due = (month: Month): boolean => (Number(month.slice(5, 7)) - 1) % every === 0;
  const first = months.findIndex(due);
  const start = first * step >= least * 1.2 || first < 0 ? 0 : first;
  return months.map((month, index) =>
    index === start || (index > start && due(month))
      ? shortMonth(month, index === start, 2)
      : undefined,
  );
}
