import type { Duration, SegmentJourney } from "../../schemas/documents.generated.ts";
import type { Pointer } from "../finding.ts";
import { type Lag, validateModel } from "../flow/index.ts";
import type { Problems } from "./problem.ts";

/** A duration of the journey as the computation's delay; gamma when no family is named. */
export function lagOf(duration: Duration): Lag {
  const family = duration.family ?? "gamma";
  if (duration.fixed !== undefined) return { family: "fixed", days: duration.fixed };
  if (duration.histogram !== undefined) return { family: "histogram", weights: duration.histogram };
  if (duration.mean !== undefined) return { family, mean: duration.mean, cv: duration.cv ?? 0 };
  return { family, median: duration.median ?? 0, p90: duration.p90 ?? 0 };
}

/** Refuses every duration of a segment that says too much to be one, or that no spread can have; each at its own place. */
export function checkDurations(
  journey: SegmentJourney,
  journeyPointer: Pointer,
  problems: Problems,
): void {
  for (const [index, step] of journey.transitions.entries()) {
    const at = `${journeyPointer}/transitions/${index}`;
    checkDuration(step.duration, `${at}/duration`, problems);
    if (typeof step.leakDuration === "object")
      checkDuration(step.leakDuration, `${at}/leakDuration`, problems);
    if (step.recycle !== undefined)
      checkDuration(step.recycle.duration, `${at}/recycle/duration`, problems);
    for (const [each, change] of (step.changes ?? []).entries()) {
      if (change.duration !== undefined)
        checkDuration(change.duration, `${at}/changes/${each}/duration`, problems);
    }
  }
}

function checkDuration(duration: Duration, pointer: Pointer, problems: Problems): void {
  const add = (rule: string, key: string, message: string, help: string): void =>
    problems.add(rule, { document: "journey", pointer: `${pointer}/${key}` }, message, help);
  const left = leftOver(duration);
  if (left !== undefined) {
    add(
      "document/incomplete",
      left,
      `"${left}" says nothing beside ${formOf(duration).join(" and ")}.`,
      'Give exactly one of: "median" and "p90"; "mean" and "cv"; "fixed"; "histogram".',
    );
  } else if (!canBeComputed(lagOf(duration))) {
    const [key, message, help] = explain(duration);
    add("funnel/lag-shape", key, message, help);
  }
}

const forms = [["median", "p90"], ["mean", "cv"], ["fixed"], ["histogram"]] as const;

/** The keys that say how long it takes; the schema has seen to it that one form is whole. */
const formOf = (duration: Duration): readonly string[] =>
  forms
    .find((form) => form.every((key) => duration[key] !== undefined))
    ?.map((key) => `"${key}"`) ?? [];

/** A key that stands beside a whole form and would be ignored silently. */
function leftOver(duration: Duration): string | undefined {
  const used = formOf(duration);
  return forms.flat().find((key) => duration[key] !== undefined && !used.includes(`"${key}"`));
}

/** The computation is the judge; this room only knows the author's words. */
const canBeComputed = (lag: Lag): boolean =>
  validateModel({
    start: "2000-01-01",
    months: 1,
    steps: [{ id: "step", conversion: 1, lag }],
    won: "won",
    opening: [],
  }).ok;

const short = (value: number): string => String(Number(value.toPrecision(6)));

function explain(duration: Duration): readonly [key: string, message: string, help: string] {
  const { median, p90 = 0, mean, cv = 0 } = duration;
  const zero = 'For a step that takes no time write { "fixed": 0 }.';
  if (median !== undefined) {
    const fixed = `If it always takes the same time, write { "fixed": ${short(median)} }.`;
    if (!(median > 0)) return ["median", `"median" is ${median} days; it must be above 0.`, zero];
    return p90 > median * 2
      ? [
          "p90",
          `"p90" is ${short(p90 / median)} times the median; so wide a spread cannot be computed.`,
          "Check the units; both are in days.",
        ]
      : [
          "p90",
          `"p90" is ${short(p90)} days; it must be above the median of ${short(median)} days.`,
          `Nine of ten take the step within "p90" days, half within "median". ${fixed}`,
        ];
  }
  if (mean !== undefined) {
    if (!(mean > 0)) return ["mean", `"mean" is ${mean} days; it must be above 0.`, zero];
    return [
      "cv",
      `"cv" is ${short(cv)}; it lies between 0.001 and 7.`,
      `It is the standard deviation divided by the mean. If it always takes the same time, write { "fixed": ${short(mean)} }.`,
    ];
  }
  return [
    "histogram",
    "The histogram counts nobody.",
    "Say how many took the step after 0, 1, 2 … whole days; at least one number is above 0.",
  ];
}
