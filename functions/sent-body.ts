import type { PlanFile } from "../core/document/index.ts";
import type { SoundPlan } from "../core/plan/index.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { Problem, RequestError } from "./problem.ts";
import { mostLiveWork, mostWork, sensitivityWorkOf, workOf } from "./work.ts";

/** More documents than a plan can have, so that a misspelt one is still told by the check. */
const mostFiles = 40;

/** A JSON object. */
export type Sent = Readonly<Record<string, unknown>>;

/** True for a JSON object, and neither a list nor null. */
export const isObject = (value: unknown): value is Sent =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The problem of a body that is JSON, but not what the address takes. */
export const badBody = (error: RequestError, help: string): Problem => ({
  problem: "bad-body",
  detail: `${error.pointer === "" ? "The body" : error.pointer} ${error.detail}.`,
  help,
  errors: [error],
});

/** An object with these properties and no others, or what is wrong with it. */
export function readObject(
  value: unknown,
  pointer: string,
  known: readonly string[],
): Result<Sent, RequestError> {
  if (!isObject(value)) return err({ pointer, detail: "is no object" });
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  return unknown === undefined
    ? ok(value)
    : err({ pointer, detail: `has the unknown property ${JSON.stringify(unknown)}` });
}

/** The files of a plan as a body carries them, names as in a plan folder and contents as text; by name. */
export function readFiles(
  files: unknown,
  pointer: string,
): Result<readonly PlanFile[], RequestError> {
  if (!isObject(files)) return err({ pointer, detail: "is no object" });
  const entries = Object.entries(files);
  if (entries.length > mostFiles)
    return err({ pointer, detail: `has more than ${mostFiles} entries` });
  const read: PlanFile[] = [];
  for (const [name, text] of entries) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}\.json$/.test(name))
      return err({ pointer, detail: "names a file that is no plain .json file" });
    if (typeof text !== "string")
      return err({ pointer: `${pointer}/${name}`, detail: "is no text" });
    read.push({ name, bytes: new TextEncoder().encode(text) });
  }
  return ok(read.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

/** The problem of a plan whose numbers are more work than a request may ask for; undefined when they are not. */
export function tooMuchWork(plan: SoundPlan): Problem | undefined {
  return moreThan(
    mostWork,
    workOf(plan),
    'Run "jointplan check" where the files are; it has no such limit.',
  );
}

/** The same for what moves the result of a published plan. */
export function tooMuchSensitivityWork(plan: SoundPlan): Problem | undefined {
  return moreThan(
    mostLiveWork,
    sensitivityWorkOf(plan),
    'Run "jointplan sensitivity" where the files are; it has no such limit.',
  );
}

function moreThan(most: number, work: number, help: string): Problem | undefined {
  if (work <= most) return undefined;
  return {
    problem: "too-much-work",
    detail: `The numbers of the plan take about ${Math.ceil(work / 1000)} seconds to work out; a request may ask for ${most / 1000}.`,
    help,
  };
}
