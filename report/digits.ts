/** A number to 10 significant digits, as bodies carry it. Adding 0 makes a 0 of −0, which JSON would not keep. */
export const digits = (value: number): number => Number(value.toPrecision(10)) + 0;

/** A series of numbers to 10 significant digits each. */
export const series = (values: readonly number[]): readonly number[] => values.map(digits);
