/** A place where an answer differs from what a case expects. */
export interface Difference {
  readonly place: string;
  readonly got: unknown;
  readonly expected: unknown;
}

/** `abs` and `rel` hold everywhere; a tolerance named like a quantity is absolute and holds for that quantity. */
export type Tolerance = Readonly<Record<string, number | undefined>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function closeEnough(got: number, expected: number, key: string, tolerance: Tolerance): boolean {
  const named = tolerance[key];
  const { abs = 0, rel = 0 } = tolerance;
  return Math.abs(got - expected) <= (named ?? abs + rel * Math.abs(expected));
}

/**
 * Every difference between an answer and the expectation, leaf by leaf.
 *
 * What is expected but was not computed is a difference. `null` is unchecked, save in `crashFactor`, where it means
 * infinite; a `note` explains and is not checked.
 */
export function differences(
  got: unknown,
  expected: unknown,
  tolerance: Tolerance,
  place = "expected",
  key = "",
): readonly Difference[] {
  if (expected === null && key !== "crashFactor") return [];
  if (typeof expected === "number" && typeof got === "number") {
    return closeEnough(got, expected, key, tolerance) ? [] : [{ place, got, expected }];
  }
  if (Array.isArray(expected) && Array.isArray(got)) {
    return expected.flatMap((each, i) =>
      differences(got[i], each, tolerance, `${place}[${i}]`, key),
    );
  }
  if (isRecord(expected) && isRecord(got)) {
    return Object.entries(expected).flatMap(([name, value]) =>
      name === "note" ? [] : differences(got[name], value, tolerance, `${place}.${name}`, name),
    );
  }
  return got === expected ? [] : [{ place, got: got ?? "not computed", expected }];
}
