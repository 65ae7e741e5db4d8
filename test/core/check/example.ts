import { check } from "../../../core/check/index.ts";
import { type DocumentKind, load, print } from "../../../core/document/index.ts";
import type { Finding, Findings, RelatedPlace } from "../../../core/finding.ts";
import { resolve, type SoundPlan } from "../../../core/plan/index.ts";
import { baseDay, basePlan } from "./base-plan.ts";

/**
 * One change of the base plan: the document, the path in it (items of a list by their id), and the new value.
 *
 * `undefined` takes out what stands there; an id that a list does not have adds an item to it.
 */
export type Change = readonly [document: DocumentKind, path: string, value: unknown];

/** A plan as a reader meets it: why it is fine or not, and how it differs from the base plan. */
export interface Example {
  readonly why: string;
  readonly changes: readonly Change[];
  readonly asOf?: string;
  /** The version to compare with, by how it differs from the base plan; none when left out. */
  readonly comparedWith?: readonly Change[];
}

/** The two examples of a rule. */
export interface Examples {
  readonly passes: Example;
  readonly fails: Example;
}

type Json = Record<string, unknown> | unknown[];

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

const keyIn = (parent: Json, step: string): string => {
  if (!Array.isArray(parent)) return step;
  const index = parent.findIndex((item) => isJson(item) && Reflect.get(item, "id") === step);
  return String(index < 0 ? (/^\d+$/.test(step) ? step : parent.length) : index);
};

function write(root: Json, path: string, value: unknown): void {
  const steps = path.split("/");
  const last = steps.pop() ?? "";
  let parent = root;
  for (const step of steps) {
    const next: unknown = Reflect.get(parent, keyIn(parent, step));
    if (!isJson(next)) throw new Error(`There is no "${step}" in ${path}.`);
    parent = next;
  }
  const key = keyIn(parent, last);
  if (value !== undefined) Reflect.set(parent, key, value);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

/** The base plan with changes, as files on disk would give it; a change of the whole document has the path "". */
export function planWith(changes: readonly Change[]): SoundPlan {
  const documents: Record<string, unknown> = { ...structuredClone(basePlan) };
  for (const [document, path, value] of changes) {
    write(documents, path === "" ? document : `${document}/${path}`, structuredClone(value));
  }
  const loaded = load({
    folder: "plans/growth",
    files: Object.entries(documents).map(([kind, document]) => ({
      name: `${kind}.json`,
      bytes: new TextEncoder().encode(print(document)),
    })),
  });
  if (!loaded.ok) throw new Error(loaded.error.map(lineOf).join("\n"));
  const resolved = resolve(loaded.value);
  if (!resolved.ok) throw new Error(resolved.error.map(lineOf).join("\n"));
  return resolved.value;
}

/** What the rules find in an example. */
export function findingsOf({
  changes,
  asOf = baseDay,
  comparedWith,
}: Omit<Example, "why">): Findings {
  return check(planWith(changes), {
    asOf,
    ...(comparedWith === undefined ? {} : { base: planWith(comparedWith) }),
  }).findings;
}

/** Where a place begins, as editors read it. */
function at({ file, range }: RelatedPlace): string {
  return `${file.replace("plans/growth/", "")}:${range?.start.line}:${range?.start.column}`;
}

/** A finding in one line, with its way out and the places it refers to below it. */
export function lineOf(finding: Finding): string {
  const { severity, rule, message, help, related, teams } = finding;
  return [
    `${at(finding)} ${severity} ${rule} ${message}`,
    `  ${help} [${teams.join(", ")}]`,
    ...related.map((place) => `  ${at(place)} ${place.message}`),
  ].join("\n");
}

/** What the rules say of some changes, one finding below the other. */
export function said(...changes: readonly Change[]): string {
  return saidOf({ changes });
}

/** What the rules say of an example, one finding below the other. */
export function saidOf(example: Omit<Example, "why">): string {
  return findingsOf(example).map(lineOf).join("\n");
}
