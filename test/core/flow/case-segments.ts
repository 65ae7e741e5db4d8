import type { CaseInput } from "./case-input.ts";

/** A case with several segments: each has its own stages and a share of the target; what it leaves out it inherits. */
export interface SegmentedInput {
  readonly segments: readonly (Partial<CaseInput> & {
    readonly name?: string;
    readonly share?: number;
    readonly targetShare?: number;
  })[];
}

const scaled = (value: unknown, factor: number): unknown => {
  if (Array.isArray(value)) return value.map((each) => scaled(each, factor));
  return typeof value === "number" ? value * factor : value;
};

/** One input per segment. */
export function segmentInputs(input: CaseInput & SegmentedInput) {
  const { segments, ...common } = input;
  return segments.map(({ name = "", share, targetShare, ...own }) => {
    const part = targetShare ?? share ?? 1;
    const target = own.target ?? common.target;
    const entries = Object.entries(target ?? {}).map(([key, value]) => [
      key,
      own.target === undefined && key.endsWith("PerMonth") ? scaled(value, part) : value,
    ]);
    const shared = target === undefined ? {} : { target: Object.fromEntries(entries) };
    const whole: CaseInput = { ...common, ...own, ...shared };
    return { name, input: whole };
  });
}

/** Numbers added leaf by leaf; what is not a number is taken from the first. */
export function sumOfAnswers(parts: readonly unknown[]): unknown {
  const [first] = parts;
  if (typeof first === "number") {
    return parts.reduce<number>((sum, part) => sum + (typeof part === "number" ? part : 0), 0);
  }
  if (Array.isArray(first)) {
    return first.map((_, i) => sumOfAnswers(parts.map((part) => (part as unknown[])[i])));
  }
  if (typeof first !== "object" || first === null) return first;
  return Object.fromEntries(
    Object.keys(first).map((key) => [
      key,
      sumOfAnswers(parts.map((part) => (part as Record<string, unknown>)[key])),
    ]),
  );
}
