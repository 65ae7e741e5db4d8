import { load, type PlanBundle, print } from "../../../core/document/index.ts";
import type { Finding, Findings } from "../../../core/finding.ts";
import { resolve, type SoundPlan } from "../../../core/plan/index.ts";
import { basePlan } from "../check/base-plan.ts";

/** An author's edit of the base plan: in this document, this piece of text becomes that. */
export type Edit = readonly [document: keyof typeof basePlan, from: string, to: string];

/** The base plan after some edits, as the files of a folder. */
export function bundleOf(...edits: readonly Edit[]): PlanBundle {
  const texts = new Map(Object.entries(basePlan).map(([kind, value]) => [kind, print(value)]));
  for (const [document, from, to] of edits) {
    const before = texts.get(document) ?? "";
    if (!before.includes(from)) throw new Error(`${document}.json does not hold ${from}`);
    texts.set(
      document,
      before.replace(from, () => to),
    );
  }
  const files = [...texts].map(([kind, text]) => ({
    name: `${kind}.json`,
    bytes: new TextEncoder().encode(text),
  }));
  return { folder: "plans/growth", files };
}

/** What keeps the edited documents from being one plan; nothing when they are one. */
export function problemsOf(...edits: readonly Edit[]): Findings {
  const loaded = load(bundleOf(...edits));
  if (!loaded.ok) return loaded.error;
  const resolved = resolve(loaded.value);
  return resolved.ok ? [] : resolved.error;
}

/** The edited plan, which is expected to be sound. */
export function planOf(...edits: readonly Edit[]): SoundPlan {
  const loaded = load(bundleOf(...edits));
  if (!loaded.ok) throw new Error(loaded.error.map(lineOf).join("\n"));
  const resolved = resolve(loaded.value);
  if (!resolved.ok) throw new Error(resolved.error.map(lineOf).join("\n"));
  return resolved.value;
}

const at = ({ file, range }: Pick<Finding, "file" | "range">): string =>
  `${file.replace("plans/growth/", "")}${range === undefined ? "" : `:${range.start.line}:${range.start.column}`}`;

/** A finding in two lines, and a line for every other place that it speaks of. */
export function lineOf({ rule, message, help, related, ...place }: Finding): string {
  return [
    `${at(place)} ${rule} ${message}`,
    `  → ${help}`,
    ...related.map((each) => `  ${at(each)} ${each.message}`),
  ].join("\n");
}

/** What is said of the base plan after some edits, one finding below the other. */
export const said = (...edits: readonly Edit[]): string =>
  problemsOf(...edits)
    .map(lineOf)
    .join("\n");
