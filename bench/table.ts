/** One measured thing; `value` in the section's unit, `peakMegabytes` where a process of its own was measured. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly peakMegabytes?: number;
}

/** A question, what was measured for it, and who of them is the measure of the others. */
export interface Section {
  readonly title: string;
  readonly unit: string;
  readonly figures: readonly Figure[];
  /** The name of the figure that ratios divide by. */
  readonly against: string;
}

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A section as lines of text: name, value, ratio, memory. */
export function lines({ title, unit, figures, against }: Section): string {
  const one = figures.find((each) => each.what === against)?.value ?? Number.NaN;
  const rows = figures.map(({ what, value, peakMegabytes }) => [
    what,
    `${digits(value)} ${unit}`,
    `${digits(value / one)} x`,
    peakMegabytes === undefined ? "" : `${peakMegabytes.toFixed(0)} MB`,
  ]);
  const width = (column: number): number =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const shown = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column))))
      .join("  ")
      .trimEnd(),
  );
  return [`\n${title}`, ...shown].join("\n");
}
